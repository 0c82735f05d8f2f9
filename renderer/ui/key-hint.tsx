import { isMac } from '../lib/shortcuts';
import classes from './key-hint.module.css';

const signs: Readonly<Record<string, readonly [mac: string, other: string]>> = {
  mod: ['⌘', 'Ctrl'],
  shift: ['⇧', 'Shift'],
  alt: ['⌥', 'Alt'],
  Escape: ['esc', 'Esc'],
  ArrowDown: ['↓', '↓'],
  ArrowUp: ['↑', '↑'],
};

/** Shows a key or a combination as it is written on this machine's keyboard: `mod+k` is ⌘K or Ctrl K. */
export function KeyHint({ keys }: { readonly keys: string }) {
  const mac = isMac();
  const words = keys.split('+').map((key) => {
    const sign = signs[key];
    if (sign) return sign[mac ? 0 : 1];
    return key.length === 1 ? key.toUpperCase() : key;
  });
  return <kbd className={classes.key}>{words.join(mac ? '' : ' ')}</kbd>;
}
