import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { ActionIcon, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import { findIn, placesIn, showPlace } from './document/find';
import classes from './note-editor.module.css';

interface FindBarProps {
  /** Every part of the note that is on the screen, from top to bottom. */
  readonly editors: readonly Editor[];
  /** What is looked for at once: the words by which the note was found elsewhere. */
  readonly asked: string;
  readonly onClose: () => void;
}

/** Finds words in the whole note: Enter goes on, Shift+Enter back, Escape returns to the writing. */
export function FindBar({ editors, asked, onClose }: FindBarProps) {
  const { t } = useTranslation('notes');
  const [words, setWords] = useState(asked);
  const [found, setFound] = useState({ at: 0, count: 0 });
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    for (const editor of editors) findIn(editor, words);
    // eslint-disable-next-line react-hooks/set-state-in-effect -- how many places there are is known once the editors have looked
    setFound(shown(editors, 0));
    return () => {
      for (const editor of editors) if (!editor.isDestroyed) findIn(editor, '');
    };
  }, [editors, words]);

  const { at, count } = found;
  const show = (index: number): void => setFound(shown(editors, index));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') show(at + (event.shiftKey ? -1 : 1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={classes.find} role="search" aria-label={t('find.title')} onKeyDown={onKeyDown}>
      <TextInput
        ref={field}
        size="xs"
        className={classes.findField}
        aria-label={t('find.title')}
        placeholder={t('find.title')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Text size="xs" c="dimmed" role="status" className={classes.findCount}>
        {words === '' ? '' : count === 0 ? t('find.none') : t('find.count', { at: at + 1, count })}
      </Text>
      <ActionIcon size={26} aria-label={t('find.previous')} disabled={count === 0} onClick={() => show(at - 1)}>
        <IconChevronUp size={16} stroke={1.6} />
      </ActionIcon>
      <ActionIcon size={26} aria-label={t('find.next')} disabled={count === 0} onClick={() => show(at + 1)}>
        <IconChevronDown size={16} stroke={1.6} />
      </ActionIcon>
      <ActionIcon size={26} aria-label={t('find.close')} onClick={onClose}>
        <IconX size={16} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}

/** Shows one of all places in turn; answers which it was and how many there are. */
function shown(editors: readonly Editor[], index: number): { readonly at: number; readonly count: number } {
  const places = editors.flatMap((editor) => placesIn(editor).map((place) => ({ editor, place })));
  const at = places.length === 0 ? 0 : (index + places.length) % places.length;
  for (const editor of editors) showPlace(editor, null);
  const place = places[at];
  if (place) showPlace(place.editor, place.place);
  return { at, count: places.length };
}
