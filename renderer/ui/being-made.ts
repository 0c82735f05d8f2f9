import { flushSync } from 'react-dom';

/** Records that are being made from a name that was typed into a form. */
const making = new Set<Promise<unknown>>();

/** Hands on the id of a record once it is made; a form that is saved before that waits for it. */
export function takeWhenMade(made: Promise<string | null> | undefined, take: (id: string) => void): void {
  if (made === undefined) return;
  const taken = made.then((id) => {
    // The form knows it at once, so that what saves the form next saves it too.
    if (id !== null) flushSync(() => take(id));
  });
  making.add(taken);
  void taken.finally(() => making.delete(taken));
}

export function isSomethingBeingMade(): boolean {
  return making.size > 0;
}

export async function whenAllIsMade(): Promise<void> {
  await Promise.allSettled(making);
}
