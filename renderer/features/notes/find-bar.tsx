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
  readonly onClose: () => void;
}

/** Finds words in the whole note: Enter goes on, Shift+Enter back, Escape returns to the writing. */
export function FindBar({ editors, onClose }: FindBarProps) {
  const { t } = useTranslation('notes');
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const [count, setCount] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(
    () => () => {
      for (const editor of editors) if (!editor.isDestroyed) findIn(editor, '');
    },
    [editors],
  );

  const show = (index: number): void => {
    const places = editors.flatMap((editor) => placesIn(editor).map((place) => ({ editor, place })));
    const wanted = places.length === 0 ? 0 : (index + places.length) % places.length;
    for (const editor of editors) showPlace(editor, null);
    const found = places[wanted];
    if (found) showPlace(found.editor, found.place);
    setAt(wanted);
    setCount(places.length);
  };
  const look = (next: string): void => {
    setWords(next);
    for (const editor of editors) findIn(editor, next);
    show(0);
  };
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
        onChange={(event) => look(event.currentTarget.value)}
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
