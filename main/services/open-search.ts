import { join } from 'node:path';
import { SegmentFiles } from '../search/segment-files';
import { NameLookup } from '../search/name-lookup';
import { namesHere, threadedNames } from '../search/names-thread';
import { maker, threadedMaker } from '../search/segment-maker';
import { TextIndex } from '../search/text-index';
import type { IndexedRecords } from '../search/text-index';
import type { DiskFiles } from '../storage/disk/disk-files';
import type { Seal } from '../storage/seal/seal';
import type { Store } from '../storage/store';
import type { RememberedPlaces } from './opened-lately';
import { Search } from './search';

export interface SearchOptions {
  readonly folder: string;
  readonly files: DiskFiles;
  readonly seal: Seal;
  readonly store: Store;
  readonly records: IndexedRecords;
  readonly isSecret: () => boolean;
  readonly remembered: RememberedPlaces;
  /** search-thread.ts as it was built; without it the index is made here, a little at a time. */
  readonly threadFile: string | undefined;
  /** Everything can be found now. */
  readonly onReady: () => void;
  readonly onOddity: (what: string) => void;
}

export interface OpenedSearch {
  readonly search: Search;
  /** What is kept of the index goes under another seal. */
  reseal(to: Seal): Promise<void>;
  /** Answers when what is to be kept of the index is on the disk. */
  kept(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the search over a store, and begins to take in what is not in its index yet. */
export function openSearch(options: SearchOptions): OpenedSearch {
  const { folder, files, seal, store, records, isSecret, remembered, threadFile, onReady, onOddity } = options;
  const shelf = new SegmentFiles({ folder: join(folder, 'search'), files, seal, isSecret });
  const complete = new Set<string>();
  const told = (part: 'words' | 'names'): void => {
    complete.add(part);
    if (complete.size === 2) onReady();
  };
  const index = new TextIndex({
    records,
    maker: threadFile === undefined ? maker() : threadedMaker(threadFile),
    shelf,
    onComplete: () => {
      told('words');
    },
    onOddity,
  });
  const names = new NameLookup({
    records,
    makeKeeper: () => (threadFile === undefined ? namesHere() : threadedNames(threadFile)),
    shelf,
    onComplete: () => {
      told('names');
    },
    onOddity,
  });
  const search = new Search({ store, index, names, remembered });
  void index.open();
  void names.open();
  return {
    search,
    async reseal(to) {
      await shelf.reseal(to);
      void index.keepAgain();
      void names.keepAgain();
    },
    async kept() {
      await search.settled();
      await shelf.settled();
    },
    async close() {
      await search.close();
      await shelf.settled();
    },
  };
}
