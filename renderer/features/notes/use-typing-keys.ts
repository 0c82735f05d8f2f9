import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { matches } from '../../lib/shortcuts';
import { applyEdit } from './apply-edit';
import { continueList, indentList, toggleMarks } from './markdown-keys';
import type { Edit, Range } from './markdown-keys';

interface TypingKeysOptions {
  readonly onFollowUp: () => void;
}

/**
 * What keys do in a text that is Markdown: Enter goes on with a list, Tab indents in one, Ctrl+B and Ctrl+I mark.
 * Escape gives the next Tab back to the window, so that nobody is caught in the field.
 */
export function useTypingKeys({ onFollowUp }: TypingKeysOptions): (event: KeyboardEvent<HTMLTextAreaElement>) => void {
  const isLeaving = useRef(false);
  return (event) => {
    const { nativeEvent, currentTarget: field } = event;
    // While an input method composes, every key is its own.
    if (nativeEvent.isComposing) return;
    if (matches('mod+shift+f', nativeEvent)) {
      event.preventDefault();
      onFollowUp();
      return;
    }
    const wasLeaving = isLeaving.current;
    isLeaving.current = event.key === 'Escape' || (wasLeaving && event.key === 'Shift');
    if (event.key === 'Tab' && wasLeaving) return;
    const edit = editFor(nativeEvent, field.value, { start: field.selectionStart, end: field.selectionEnd });
    if (edit === null) return;
    event.preventDefault();
    applyEdit(field, edit);
  };
}

function editFor(event: globalThis.KeyboardEvent, text: string, range: Range): Edit | null {
  if (matches('mod+b', event)) return toggleMarks(text, range, '**');
  if (matches('mod+i', event)) return toggleMarks(text, range, '*');
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'Enter' && !event.shiftKey) return continueList(text, range);
  if (event.key === 'Tab') return indentList(text, range, event.shiftKey ? 'out' : 'in');
  return null;
}
