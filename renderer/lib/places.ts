import { useCallback, useState } from 'react';
import { request } from './ipc/client';
import { beforeClose } from './before-close';

/** Small texts that the window remembers between starts: sorting, filters, the last tab. */
const places = new Map<string, string>();
const unsaved = new Map<string, string>();
let timer: ReturnType<typeof setTimeout> | undefined;
const longestPlace = 2000;

/** Takes in what was remembered when the window was last open. */
export function recallPlaces(remembered: Readonly<Record<string, string>>): void {
  places.clear();
  for (const [name, value] of Object.entries(remembered)) places.set(name, value);
}

async function save(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  if (unsaved.size === 0) return;
  const patch = Object.fromEntries(unsaved);
  unsaved.clear();
  // A place that cannot be remembered is no loss worth a message: the answer is not needed.
  await request('settings:update', { places: patch });
}

beforeClose(async () => {
  await save();
  return true;
});

export function readPlace(name: string): string | undefined {
  return places.get(name);
}

/** Remembers a place; several at once are written together. */
export function writePlace(name: string, value: string): void {
  if (value.length > longestPlace || places.get(name) === value) return;
  places.set(name, value);
  unsaved.set(name, value);
  timer ??= setTimeout(() => void save(), 500);
}

/** State that is remembered between starts under a name. `isKnown` refuses what an older version may have left. */
export function usePlace<T extends string>(
  name: string,
  initial: T,
  isKnown: (value: string) => value is T,
): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    const remembered = readPlace(name);
    return remembered !== undefined && isKnown(remembered) ? remembered : initial;
  });
  const set = useCallback(
    (next: T) => {
      setValue(next);
      writePlace(name, next);
    },
    [name],
  );
  return [value, set];
}
