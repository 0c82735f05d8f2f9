import { useEffect, useId, useRef, useState } from 'react';
import { Button, Group, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '@shared/dates';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';
import { KeyHint } from '../../ui/key-hint';
import { SaveState } from '../../ui/save-state';
import { wordsAt } from './markdown-keys';
import type { Range } from './markdown-keys';
import { NoteFollowUp } from './note-follow-up';
import classes from './note-editor.module.css';
import type { BlockPlace } from './open-blocks';
import { UnsavedBanner } from './unsaved-banner';
import { useOpenBlock } from './use-open-block';
import { useTypingKeys } from './use-typing-keys';

interface OwnBlockProps {
  readonly place: BlockPlace;
  readonly stored: string;
  readonly heardAt: number;
  /** Shown above the text where there are several blocks. */
  readonly begunAt: Instant | null;
  /** The page was opened to write here. */
  readonly isFocusedFirst: boolean;
}

/** The officer's own words: plain text as Markdown, on the disk a moment after it is typed. */
export function OwnBlock({ place, stored, heardAt, begunAt, isFocusedFirst }: OwnBlockProps) {
  const { t } = useTranslation('notes');
  const { moment } = useFormat();
  const { autosave, text, saving } = useOpenBlock(place, stored, heardAt);
  const me = useAsk('settings:get', {}).data?.meId ?? null;
  const [source, setSource] = useState<{ readonly words: string; readonly range: Range } | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  useEffect(() => {
    if (isFocusedFirst) focusAtEnd(field.current);
  }, [isFocusedFirst]);

  const rangeNow = (): Range => ({
    start: field.current?.selectionStart ?? 0,
    end: field.current?.selectionEnd ?? 0,
  });
  const beginFollowUp = (): void => {
    const range = rangeNow();
    setSource({ words: wordsAt(text, range), range });
  };
  const endFollowUp = (): void => {
    setSource(null);
    // Back to where the typing was, with the same text marked.
    field.current?.focus();
    if (source) field.current?.setSelectionRange(source.range.start, source.range.end);
  };
  const onKeyDown = useTypingKeys({ onFollowUp: beginFollowUp });

  return (
    <div className={classes.own}>
      {begunAt !== null && (
        <header className={classes.author}>
          <b>{t('you')}</b> <time dateTime={begunAt}>{moment(begunAt)}</time>
        </header>
      )}
      {saving.kind === 'failed' && <UnsavedBanner failure={saving.failure} onRetry={() => void autosave.flush()} />}
      <div className={classes.grow} data-text={text}>
        <textarea
          ref={field}
          className={classes.field}
          aria-label={t('yourNotes')}
          aria-describedby={hintId}
          placeholder={t('placeholder')}
          value={text}
          rows={1}
          onChange={(event) => autosave.type(event.currentTarget.value)}
          onCompositionStart={() => autosave.compose(true)}
          onCompositionEnd={(event) => {
            autosave.compose(false);
            autosave.type(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {source !== null && (
        <NoteFollowUp
          place={place}
          words={source.words}
          ownerId={me}
          whenWritten={() => autosave.flush()}
          onClose={endFollowUp}
        />
      )}
      <Group className={classes.foot} justify="space-between" wrap="nowrap" gap="md">
        {saving.kind === 'failed' ? <span /> : <SaveState saving={saving} />}
        <Group gap="sm" wrap="nowrap">
          <span className={classes.hint} aria-hidden="true">
            {t('listHint')}
          </span>
          <VisuallyHidden id={hintId}>{t('keys')}</VisuallyHidden>
          <Tooltip label={t('followUp.hint')}>
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconFlag size={14} stroke={1.6} />}
              rightSection={<KeyHint keys="mod+shift+f" />}
              // The caret says which line is meant: the button must not take it away.
              onMouseDown={(event) => event.preventDefault()}
              onClick={beginFollowUp}
            >
              {t('followUp.make')}
            </Button>
          </Tooltip>
        </Group>
      </Group>
    </div>
  );
}

function focusAtEnd(field: HTMLTextAreaElement | null): void {
  field?.focus({ preventScroll: true });
  field?.setSelectionRange(field.value.length, field.value.length);
}
