import type { RecordId } from '@shared/domain/values';
import type { SearchAnswer, SearchedKind } from '@shared/ipc/search-channels';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { wholeName } from '@shared/search/names/scores';
import type { NameLookup } from '../search/name-lookup';
import { hasNames } from '../search/names-work';
import { isSearched } from '../search/searched-texts';
import type { TextIndex } from '../search/text-index';
import type { Store } from '../storage/store';
import { OpenedLately } from './opened-lately';
import type { RememberedPlaces } from './opened-lately';
import { Asking } from './search-asking';
import type { SearchQuestion } from './search-scope';

export interface SearchParts {
  readonly store: Store;
  readonly index: TextIndex;
  readonly names: NameLookup;
  readonly remembered: RememberedPlaces;
}

/** In milliseconds: a list that is narrowed has nothing else to show meanwhile. */
const longestNames = 5000;

/** Finds what was written, in whatever record it stands. */
export class Search {
  readonly #parts: SearchParts;
  readonly #opened: OpenedLately;
  /** The last question of each box. */
  readonly #turns = new Map<string, symbol>();
  readonly #stopListening: readonly (() => void)[];
  #isClosed = false;

  constructor(parts: SearchParts) {
    this.#parts = parts;
    this.#opened = new OpenedLately(parts.remembered);
    const { store, index, names } = parts;
    this.#stopListening = [
      store.onCommit(({ changes }) => {
        for (const { type, id, after } of changes) {
          if (!isSearched(type)) continue;
          const record = after.deletedAt === null ? after : null;
          index.note(type, id, record);
          names.note(type, id, record);
        }
      }),
      store.onReplaced(() => {
        void index.replaced();
        void names.replaced();
      }),
    ];
  }

  /** Answers a question; fails with `cancelled` when its box asked another one meanwhile. */
  async ask(question: SearchQuestion): Promise<Result<SearchAnswer>> {
    const turn = Symbol(question.box);
    this.#turns.set(question.box, turn);
    const asking = new Asking(this.#parts, question, () => this.#isClosed || this.#turns.get(question.box) !== turn);
    const answer = await asking.answer(this.#opened.list());
    return answer === null ? failed({ code: 'cancelled' }) : success(answer);
  }

  /** The ids of the records that are called so, in whatever script, the likeliest first; `isWhole`: by a whole name. */
  async names(text: string, kinds: readonly SearchedKind[], most: number, isWhole = false): Promise<RecordId[]> {
    const { store, names } = this.#parts;
    const found = (await names.search(text, kinds.filter(hasNames), most, longestNames)) ?? [];
    return found
      .filter(({ score }) => !isWhole || score >= wholeName)
      .sort((one, other) => other.score - one.score)
      .filter(({ kind, id }) => store.get(kind, id)?.deletedAt === null)
      .map(({ id }) => id);
  }

  /** Remembers that somebody opened this. */
  opened(type: SearchedKind, id: RecordId): Promise<Result<void>> {
    return this.#opened.add(type, id);
  }

  /** Answers when everything that was written is in the index. */
  async settled(): Promise<void> {
    await this.#parts.index.drain();
    await this.#parts.names.settled();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const stop of this.#stopListening) stop();
    await Promise.all([this.#parts.index.close(), this.#parts.names.close()]);
  }
}
