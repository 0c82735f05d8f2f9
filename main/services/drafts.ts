import type { Instant } from '@shared/dates';
import type { Draft, KeptDraft } from '@shared/ipc/vault-channels';
import { success } from '@shared/result';
import type { Result } from '@shared/result';
import type { RememberedFile } from '../storage/remembered-file';

/** One of a form on the screen: what was typed, or null when there is nothing (any more). */
export interface HandedOver {
  readonly key: string;
  readonly values: Draft['values'] | null;
}

/** Keeps unsaved input of forms; answers when it is on the disk. One without values is taken back. */
export async function keepDrafts(
  remembered: Pick<RememberedFile, 'get' | 'update'>,
  handed: readonly HandedOver[],
  place: string,
  keptAt: Instant,
): Promise<Result<void>> {
  const keys = new Set(handed.map(({ key }) => key));
  const isNew = handed.some(({ values }) => values !== null);
  if (!isNew && remembered.get().drafts.every(({ key }) => !keys.has(key))) return success(undefined);
  const kept = handed.flatMap(({ key, values }): KeptDraft[] =>
    values === null ? [] : [{ key, values, place, keptAt }],
  );
  const written = await remembered.update((now) => ({
    drafts: [...now.drafts.filter(({ key }) => !keys.has(key)), ...kept],
  }));
  return written.ok ? success(undefined) : written;
}
