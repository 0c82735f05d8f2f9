import { Engine } from '@main/storage/engine';
import type { DiskFiles } from '@main/storage/disk/disk-files';
import type { OpenedStore } from '@main/storage/open-store';
import { plainSeal } from '@main/storage/seal/plain-seal';
import { openTravel } from '@main/storage/travel/travel';
import type { Travel } from '@main/storage/travel/travel';
import { steadyClock } from '../opened';
import { cheap } from '../vaults';

let count = 0;

/** The travelling of a store, on a disk of its own. */
export function travelOf(home: OpenedStore, folder: string, files: DiskFiles, room?: number): Travel {
  const { store, blobs, isSecret } = home;
  if (!(store instanceof Engine)) throw new Error('This store is no engine');
  const newId = (): string => `77777777-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`;
  const seal = () => plainSeal;
  return openTravel({
    files,
    folder,
    store,
    blobs,
    isSecret,
    seal,
    newId,
    clock: steadyClock(),
    cost: cheap,
    ...(room !== undefined && { room: () => Promise.resolve(room) }),
  });
}
