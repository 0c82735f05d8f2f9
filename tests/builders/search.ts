import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServiceContext } from '@main/services/context';
import type { Search } from '@main/services/search';
import type { RememberedPlaces } from '@main/services/opened-lately';
import { openSearch } from '@main/services/open-search';
import type { OpenedSearch } from '@main/services/open-search';
import { diskFiles } from '@main/storage/disk/disk-files';
import { openStore } from '@main/storage/open-store';
import type { OpenedStore } from '@main/storage/open-store';
import { plainSeal } from '@main/storage/seal/plain-seal';
import type { Seal } from '@main/storage/seal/seal';
import { contract } from '@shared/ipc/contract';
import type { InputOf } from '@shared/ipc/contract';
import type { SearchAnswer } from '@shared/ipc/search-channels';
import { success } from '@shared/result';
import { instant, nextId } from './records';
import { valueOf } from './result';

export interface SearchableStore {
  readonly folder: string;
  readonly context: ServiceContext;
  readonly opened: OpenedStore;
  readonly search: Search;
  readonly searching: OpenedSearch;
  /** What the search said of its index. */
  readonly oddities: readonly string[];
  /** Answers when everything is in the index. */
  readonly ready: Promise<void>;
  readonly ask: (question: InputOf<'search:all'>) => Promise<SearchAnswer>;
  readonly close: () => Promise<void>;
}

export interface SearchableOptions {
  readonly folder?: string;
  readonly seal?: Seal;
  readonly threadFile?: string;
}

/** A real store in a folder, a temporary one unless another is given, and the search over it; its index is made beside. */
export async function aSearchableStore(options: SearchableOptions = {}): Promise<SearchableStore> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'attache-search-')));
  const seal = options.seal ?? plainSeal;
  let now = Date.parse('2026-03-01T01:30:00.000Z');
  const clock = (): ReturnType<typeof instant> => {
    now += 1000;
    return instant(new Date(now).toISOString());
  };
  const opened = valueOf(await openStore({ folder, clock, newId: nextId, seal }));
  const { store, jsons, isSecret } = opened;
  const oddities: string[] = [];
  let onReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    onReady = resolve;
  });
  const searching = openSearch({
    ...{ folder, store, records: jsons, isSecret, seal, files: diskFiles, remembered: inMemory() },
    ...{ threadFile: options.threadFile, onReady, onOddity: (what) => oddities.push(what) },
  });
  // The same at each opening: a note is only ever its author's.
  const me = '11111111-1111-4111-8111-111111111111';
  return {
    folder,
    context: { store, now: clock, newId: nextId, me: () => me },
    opened,
    search: searching.search,
    searching,
    oddities,
    ready,
    ask: async (question) => valueOf(await searching.search.ask(contract['search:all'].input.parse(question))),
    close: async () => {
      await searching.close();
      await store.close();
    },
  };
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}

function inMemory(): RememberedPlaces {
  let remembered = { meId: null, places: {}, drafts: [] } as ReturnType<RememberedPlaces['get']>;
  return {
    get: () => remembered,
    update: (change) => {
      remembered = { ...remembered, ...change(remembered) };
      return Promise.resolve(success(remembered));
    },
  };
}
