import { useSyncExternalStore } from 'react';
import type { ChosenHandOver } from '@shared/ipc/hand-over-channels';
import type { Result } from '@shared/result';
import { request } from '../../lib/ipc';
import { notifyFailure } from '../../lib/notices';

/** The file that is being taken in, however it was chosen: main knows one at a time. */
let chosen: ChosenHandOver | null = null;
const watchers = new Set<() => void>();

function set(next: ChosenHandOver | null): void {
  chosen = next;
  for (const watcher of [...watchers]) watcher();
}

function taken(answer: Result<ChosenHandOver | null>): void {
  if (!answer.ok) notifyFailure(answer.failure);
  else if (answer.value !== null) set(answer.value);
}

/** Asks for a file, and begins with it. */
export async function chooseFile(): Promise<void> {
  taken(await request('hand-over:choose', {}));
}

/** Begins with the file that was dropped onto the window or opened from outside, if there is one. */
export async function takeOfferedFile(): Promise<void> {
  taken(await request('hand-over:offered', {}));
}

export function forgetFile(): void {
  set(null);
}

export function useChosenFile(): ChosenHandOver | null {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => chosen,
  );
}
