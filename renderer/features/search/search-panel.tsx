import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Loader, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SearchAnswer } from '@shared/ipc/search-channels';
import type { Entry, EntryGroup } from './entries';
import { Narrowing } from './narrowing';
import { isAsked, narrowedBy } from './question';
import type { Question } from './question';
import { optionId, ResultList } from './result-list';
import classes from './search.module.css';

interface SearchPanelProps {
  readonly question: Question;
  readonly onChange: (part: Partial<Question>) => void;
  readonly answer: SearchAnswer | undefined;
  readonly isCurrent: boolean;
  readonly groups: readonly EntryGroup[];
  readonly onOpen: (entry: Entry) => void;
}

/** The box, where it looks, and what it has found; arrow keys choose, Enter opens. */
export function SearchPanel({ question, onChange, answer, isCurrent, groups, onOpen }: SearchPanelProps) {
  const { t } = useTranslation('search');
  const listId = useId();
  const [at, setAt] = useState(0);
  const [isUnfolded, setUnfolded] = useState(() => narrowedBy(question) > 0);
  const entries = groups.flatMap((group) => group.entries);
  const chosen = Math.min(at, entries.length - 1);
  const count = entries.filter(({ kind }) => kind === 'hit').length;

  const change = (part: Partial<Question>): void => {
    setAt(0);
    onChange(part);
  };
  const choose = (index: number): void => {
    const next = Math.max(0, Math.min(entries.length - 1, index));
    setAt(next);
    document.getElementById(optionId(listId, next))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    const entry = entries[chosen];
    if (step !== undefined) choose(chosen + step);
    else if (event.key === 'Enter' && entry !== undefined) onOpen(entry);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <TextInput
        size="md"
        type="search"
        role="combobox"
        className={classes.box}
        aria-label={t('label')}
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-activedescendant={entries.length > 0 ? optionId(listId, chosen) : undefined}
        aria-autocomplete="list"
        placeholder={t('placeholder')}
        leftSection={<IconSearch size={18} stroke={1.6} />}
        rightSection={answer?.isComplete === false ? <Loader size={14} aria-label={t('stillLooking')} /> : undefined}
        value={question.text}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        autoFocus
        onChange={(event) => change({ text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <Narrowing question={question} onChange={change} isUnfolded={isUnfolded} onUnfold={setUnfolded} />
      <Text size="xs" c="dimmed" role="status" className={classes.count}>
        {!isAsked(question) || !isCurrent ? '' : count === 0 ? t('noResult') : t('count', { count })}
        {answer?.isComplete === false && ` ${t('stillLooking')}`}
      </Text>
      <div className={classes.list}>
        <ResultList id={listId} groups={groups} chosen={chosen} onChoose={setAt} onOpen={onOpen} />
        {isAsked(question) && isCurrent && count === 0 && (
          <div className={classes.nothing}>
            <Text fw={500}>
              {question.text.trim() === '' ? t('nothingThere') : t('nothing', { text: question.text.trim() })}
            </Text>
            <Text size="sm" c="dimmed">
              {narrowedBy(question) > 0 || question.kind !== null ? t('nothingNarrowed') : t('nothingMessage')}
            </Text>
          </div>
        )}
      </div>
    </>
  );
}
