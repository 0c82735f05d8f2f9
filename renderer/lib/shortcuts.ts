import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useCompositionGuard } from './composition';

/** One key that does something on the screen that is shown. */
export interface Shortcut {
  /** `n`, `Enter`, `mod+k`, `mod+shift+z`; mod is Cmd on a Mac and Ctrl elsewhere. */
  readonly keys: string;
  /** What it does, in words, for the sheet of shortcuts. */
  readonly label: string;
  readonly run: (event: KeyboardEvent) => void;
  /** It works over a form or a question too, and takes care of what is typed there. */
  readonly isHeardOverDialogs?: boolean;
}

const shown = new Set<{ current: readonly Shortcut[] }>();
const watchers = new Set<() => void>();
let snapshot: readonly Shortcut[] = [];

function renew(): void {
  snapshot = [...shown].flatMap(({ current }) => current);
  for (const watcher of watchers) watcher();
}

/** Every shortcut that works on the screen that is shown now. */
export function useShownShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => snapshot,
  );
}

/** Whether keys typed there are text: a box, a list to choose from, an editor. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type);
}

/** How many forms, questions and boxes lie over the screen. */
export function openDialogs(): number {
  return document.querySelectorAll('[role="dialog"][aria-modal="true"]').length;
}

/** Whether a form or a question lies over the screen: what is typed there must not be lost by going elsewhere. */
export function isDialogOpen(): boolean {
  return openDialogs() > 0;
}

/** Whether the machine's shortcuts go by Cmd. */
export function isMac(): boolean {
  return window.attache.platform === 'darwin';
}

export function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const hasMod = isMac() ? event.metaKey : event.ctrlKey;
  const hasOther = isMac() ? event.ctrlKey : event.metaKey;
  if (parts.includes('mod') !== hasMod || hasOther || event.altKey !== parts.includes('alt')) return false;
  // A sign such as "?" needs Shift on some keyboards and not on others.
  if (/^[a-z0-9]$|^.{2,}$/.test(key) && event.shiftKey !== parts.includes('shift')) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

/** F1 to F12 write nothing, so they work in a text field too. */
export function isFunctionKey(key: string): boolean {
  return /^F\d{1,2}$/.test(key);
}

/**
 * Keys for the screen that is shown; but for a few, as long as no form or question lies over it. Single keys work outside text fields
 * only. The last registered goes first.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  const words = shortcuts.map(({ keys, label }) => `${keys}\n${label}`).join('\n');
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    shown.add(latest);
    renew();
    return () => {
      shown.delete(latest);
      renew();
    };
  }, [words]);
}

/** Enter on a button or a link is that one's own, whatever it does elsewhere on the screen. */
function isOwnKey({ key, target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const isPlain = key === 'Enter' && !ctrlKey && !metaKey;
  return isPlain && target instanceof HTMLElement && target.closest('button, a[href]') !== null;
}

/** Listens for every registered shortcut. Used once, at the top of the window. */
export function useShortcutKeys(): void {
  useCompositionGuard();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (isOwnKey(event)) return;
      const isPlain = !(event.ctrlKey || event.metaKey || isFunctionKey(event.key));
      if (isPlain && isTextField(event.target)) return;
      const isCovered = isDialogOpen();
      for (const { current } of [...shown].reverse()) {
        const shortcut = current.find(({ keys }) => matches(keys, event));
        if (!shortcut || (isCovered && shortcut.isHeardOverDialogs !== true)) continue;
        event.preventDefault();
        shortcut.run(event);
        return;
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
