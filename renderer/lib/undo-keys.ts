import { useEffect } from 'react';
import { useAppEvent } from './ipc/events';
import { travelInHistory } from './notices';
import { isMac, isTextField, matches } from './shortcuts';

/** Ctrl+Z and its kin take back changes to records; in a text field they are the field's own. Used once, at the top. */
export function useUndoKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTextField(event.target)) return;
      const direction = matches('mod+z', event)
        ? 'undo'
        : matches('mod+shift+z', event) || matches('mod+y', event)
          ? 'redo'
          : undefined;
      if (direction === undefined) return;
      event.preventDefault();
      void travelInHistory(direction);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useAppEvent('menu', ({ command }) => {
    if (command !== 'undo' && command !== 'redo') return;
    const field = document.activeElement;
    if (!isTextField(field)) void travelInHistory(command);
    // The menu takes the key before the field sees it, so the field's own undo is asked for here.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing has replaced it for a field's own undo
    else if (!isTakenByEditor(field, command)) document.execCommand(command);
  });
}

/** A note keeps its own history and answers to the key. */
function isTakenByEditor(field: Element | null, command: 'undo' | 'redo'): boolean {
  const mod = isMac() ? { metaKey: true } : { ctrlKey: true };
  const key = { key: 'z', shiftKey: command === 'redo', bubbles: true, cancelable: true, ...mod };
  const isEditor = field instanceof HTMLElement && field.isContentEditable;
  return isEditor && !field.dispatchEvent(new KeyboardEvent('keydown', key));
}
