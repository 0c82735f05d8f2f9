import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../../lib/notices';
import { isDialogOpen, isTextField } from '../../lib/shortcuts';

/**
 * Leaves by Escape; from the midst of writing by Escape twice, since whoever writes on after a stray one would write
 * into nothing. Escape that closes something else first, or ends an input method's composition, is not meant for this.
 */
export function useLeaveKey(leave: () => void): void {
  const { t } = useTranslation('room');
  const latest = useRef({ leave, hint: '' });
  useEffect(() => {
    latest.current = { leave, hint: t('leaveAgain') };
  });
  useEffect(() => {
    let isAskedOnce = false;
    const onKey = (event: KeyboardEvent): void => {
      const wasAskedOnce = isAskedOnce;
      isAskedOnce = false;
      if (event.key !== 'Escape' || event.isComposing || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      // The editor marks every Escape as its own, whether it means something to it or not.
      const isInEditor = event.target instanceof HTMLElement && event.target.isContentEditable;
      if ((event.defaultPrevented && !isInEditor) || isDialogOpen() || isSomethingOpen()) return;
      event.preventDefault();
      if (isTextField(event.target) && !wasAskedOnce) {
        isAskedOnce = true;
        notifyDone(latest.current.hint);
      } else latest.current.leave();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** A menu or a list of choices, which Escape closes. */
function isSomethingOpen(): boolean {
  const lists = document.querySelectorAll<HTMLElement>('[role="menu"], [role="listbox"]');
  return [...lists].some((list) => list.offsetParent !== null);
}
