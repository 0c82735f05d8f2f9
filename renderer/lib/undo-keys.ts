import { useEffect } from 'react';
import { useAppEvent } from './ipc/events';
import { travelInHistory } from './notices';
import { isTextField, matches } from './shortcuts';

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
    // The menu takes the key before the field sees it, so the field's own undo is asked for here.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing has replaced it for a field's own undo
    if (isTextField(document.activeElement)) document.execCommand(command);
    else void travelInHistory(command);
  });
}
