import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../../lib/notices';
import { isDialogOpen, isTextField, useShortcuts } from '../../lib/shortcuts';

/**
 * Leaves by Escape; from the midst of writing by Escape twice, since whoever writes on after a stray one would write
 * into nothing. Escape that closes something else first, or ends an input method's composition, is not meant for this.
 */
export function useLeaveKey(leave: () => void): void {
  const { t } = useTranslation('room');
  const latest = useRef({ leave, hint: '' });
  const wasOpen = useRef(false);
  useEffect(() => {
    latest.current = { leave, hint: t('leaveAgain') };
  });
  const leaveUnlessOpen = (): void => {
    if (!wasOpen.current) latest.current.leave();
  };
  useShortcuts([{ keys: 'Escape', label: t('leaveHint'), run: leaveUnlessOpen }]);

  useEffect(() => {
    let isAskedOnce = false;
    // Looked at before anybody hears the key: what it closes may be gone by the time it arrives here.
    const look = (): void => {
      wasOpen.current = isDialogOpen() || isSomethingOpen();
    };
    // The shortcuts of a screen do not hear plain keys in a text field.
    const onKey = (event: KeyboardEvent): void => {
      const wasAskedOnce = isAskedOnce;
      isAskedOnce = false;
      const { target, key, isComposing, repeat, defaultPrevented } = event;
      if (key !== 'Escape' || isComposing || repeat || wasOpen.current || !isTextField(target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      // The editor marks every Escape as its own, whether it means something to it or not.
      const isInEditor = target instanceof HTMLElement && target.isContentEditable;
      if (defaultPrevented && !isInEditor) return;
      event.preventDefault();
      if (wasAskedOnce) {
        latest.current.leave();
        return;
      }
      isAskedOnce = true;
      notifyDone(latest.current.hint);
    };
    window.addEventListener('keydown', look, { capture: true });
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', look, { capture: true });
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}

/** A menu or a list of choices, which Escape closes. */
function isSomethingOpen(): boolean {
  const lists = document.querySelectorAll<HTMLElement>('[role="menu"], [role="listbox"]');
  return [...lists].some((list) => list.offsetParent !== null);
}
