import { useEffect } from 'react';

/**
 * Whether a key belongs to an input method: Pinyin, Cangjie, Jyutping, handwriting. The key that begins a composition
 * comes before the browser says so, and then is known only by its number.
 */
function isComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells the first key of a composition
  return event.isComposing || event.keyCode === 229;
}

/**
 * Keeps the keys of a composition from everything in the window, ours and the libraries': Enter chooses a character and
 * sends no form, Escape throws syllables away and closes no dialog. Used once, at the top of the window.
 */
export function useCompositionGuard(): void {
  useEffect(() => {
    const keep = (event: KeyboardEvent): void => {
      if (isComposing(event)) event.stopPropagation();
    };
    window.addEventListener('keydown', keep, { capture: true });
    return () => window.removeEventListener('keydown', keep, { capture: true });
  }, []);
}
