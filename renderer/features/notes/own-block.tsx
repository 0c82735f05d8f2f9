import { useCallback, useEffect, useId, useMemo, useState } from 'react';
import { Group, VisuallyHidden } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import type { Instant } from '@shared/dates';
import { useFormat } from '../../lib/format';
import { notifyDone } from '../../lib/notices';
import { SaveState } from '../../ui/save-state';
import { EmptyHint } from './document/empty-hint';
import { MarkedParagraph, noteParts } from './document/extensions';
import { Find } from './document/find';
import { NoteKeys } from './document/note-keys';
import { Pasting } from './document/pasting';
import { Signs } from './document/signs';
import { EditorToolbar } from './editor-toolbar';
import { LinkBar } from './link-bar';
import classes from './note-editor.module.css';
import colours from './signs.module.css';
import type { BlockPlace } from './open-blocks';
import { UnsavedBanner } from './unsaved-banner';
import { useFollowUpRecords } from './use-follow-up-records';
import { useNoteEditor } from './use-note-editor';
import { useOpenBlock } from './use-open-block';
import { useSignLabels } from './use-sign-labels';
import { useTimeOfPlace } from './use-time-of-place';

interface OwnBlockProps {
  readonly place: BlockPlace;
  readonly stored: string;
  readonly heardAt: number;
  /** Shown above the text where there are several blocks. */
  readonly begunAt: Instant | null;
  /** The page was opened to write here. */
  readonly isFocusedFirst: boolean;
  readonly onFind: () => void;
  /** Told the editor while it is on the screen; the answer takes it back. */
  readonly onEditor: (blockId: string, editor: Editor) => () => void;
}

/** The officer's own words, on the disk a moment after they are typed. */
export function OwnBlock({ place, stored, heardAt, begunAt, isFocusedFirst, onFind, onEditor }: OwnBlockProps) {
  const { t } = useTranslation('notes');
  const { moment } = useFormat();
  const { autosave, saving } = useOpenBlock(place, stored, heardAt);
  const [isLinking, setLinking] = useState(false);
  const labels = useSignLabels();
  const records = useFollowUpRecords(place.noteId);
  const timeNow = useTimeOfPlace(place.subject);
  const hintId = useId();
  const beginLink = useCallback(() => setLinking(true), []);
  const extensions = useMemo(
    () => [
      ...noteParts,
      MarkedParagraph.configure({ labels, records }),
      EmptyHint.configure({ words: t('placeholder') }),
      Signs,
      Find,
      Pasting.configure({ onPictures: (count) => notifyDone(t('picturesLeftOut', { count })) }),
      NoteKeys.configure({ timeNow, onFind, onLink: beginLink }),
    ],
    // The editor is made once, with what it then finds; what changes later is asked for through these.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- another list would be another editor, without its caret and its undo
    [],
  );
  const { editor, place: placeEditor } = useNoteEditor(autosave, {
    extensions,
    label: t('yourNotes'),
    describedBy: hintId,
    isFocusedFirst,
  });
  useEffect(() => (editor ? onEditor(place.blockId, editor) : undefined), [editor, onEditor, place.blockId]);

  return (
    <div className={classes.own}>
      {begunAt !== null && (
        <header className={classes.author}>
          <b>{t('you')}</b> <time dateTime={begunAt}>{moment(begunAt)}</time>
        </header>
      )}
      {editor && <EditorToolbar editor={editor} timeNow={timeNow} onFind={onFind} onLink={beginLink} />}
      {saving.kind === 'failed' && <UnsavedBanner failure={saving.failure} onRetry={() => void autosave.flush()} />}
      {editor && isLinking && <LinkBar editor={editor} onClose={() => setLinking(false)} />}
      <div ref={placeEditor} className={`${classes.field} ${classes.words} ${colours.signs}`} />
      <VisuallyHidden id={hintId}>{t('keys')}</VisuallyHidden>
      <Group className={classes.foot} justify="space-between" wrap="nowrap" gap="md">
        {saving.kind === 'failed' ? <span /> : <SaveState saving={saving} />}
        <span className={classes.hint} aria-hidden="true">
          {t('hint')}
        </span>
      </Group>
    </div>
  );
}
