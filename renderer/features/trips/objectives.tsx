import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Trip } from '@shared/domain/trip/schema';
import { SaveState } from '../../ui/save-state';
import { Section } from '../../ui/section';
import classes from './overview.module.css';
import { useDraft } from './use-draft';
import { useTripUpdate } from './use-trip';

const most = 50;
const longest = 300;

/** The trip's objectives, a line each: Enter begins another, Backspace takes an empty one out, Alt and arrows reorder. */
export function Objectives({ trip }: { readonly trip: Trip }) {
  const { t } = useTranslation('trips');
  const update = useTripUpdate(trip.id);
  const { value, set, leave, saving } = useDraft<readonly string[]>(trip.objectives, (lines) =>
    update({ objectives: lines.filter((line) => line.trim() !== '') }),
  );
  const list = useRef<HTMLOListElement>(null);

  const focusLine = (index: number): void => {
    // A line that was just added is drawn after this.
    setTimeout(() => list.current?.querySelectorAll('textarea')[index]?.focus(), 0);
  };
  const insert = (index: number): void => {
    if (value.length >= most) return;
    set(value.toSpliced(index, 0, ''));
    focusLine(index);
  };
  const remove = (index: number): void => {
    set(value.toSpliced(index, 1));
    focusLine(Math.max(0, index - 1));
  };
  const move = (index: number, by: number): void => {
    const line = value[index];
    if (line === undefined || index + by < 0 || index + by >= value.length) return;
    set(value.toSpliced(index, 1).toSpliced(index + by, 0, line));
    focusLine(index + by);
  };
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      insert(index + 1);
    } else if (event.key === 'Backspace' && value[index] === '') {
      event.preventDefault();
      remove(index);
    } else if (step !== undefined) {
      event.preventDefault();
      if (event.altKey) move(index, step);
      else focusLine(Math.max(0, index + step));
    }
  };

  return (
    <Section
      title={t('overview.objectives')}
      count={trip.objectives.length}
      actions={
        <>
          {saving && <SaveState saving={saving} />}
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => insert(value.length)}
          >
            {t('overview.addObjective')}
          </Button>
        </>
      }
    >
      <ol
        ref={list}
        className={classes.objectives}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) void leave();
        }}
      >
        {value.map((line, index) => (
          // Lines have no ids of their own; their place is what tells them apart.
          <li key={index} className={classes.objective}>
            <span className={classes.number} aria-hidden="true">
              {index + 1}
            </span>
            <Textarea
              minRows={1}
              classNames={{ input: classes.quiet ?? '' }}
              aria-label={t('overview.objective', { number: index + 1 })}
              value={line}
              maxLength={longest}
              className={classes.grow}
              onChange={(event) => set(value.with(index, event.currentTarget.value))}
              onKeyDown={(event) => onKeyDown(event, index)}
            />
            <ActionIcon
              size={26}
              tabIndex={-1}
              aria-label={t('overview.removeObjective', { number: index + 1 })}
              onClick={() => remove(index)}
            >
              <IconX size={14} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {value.length === 0 && <p className={classes.hint}>{t('overview.objectivesHint')}</p>}
    </Section>
  );
}
