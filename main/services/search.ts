import type { AnyRecord } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import { searchedKinds } from '@shared/ipc/search-channels';
import type { SearchAnswer, SearchGroup, SearchHit, SearchMark, SearchedKind } from '@shared/ipc/search-channels';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { excerptOf, marksIn, matchIn, wordsOf } from '../search/matching';
import type { Match } from '../search/matching';
import type { NameLookup } from '../search/name-lookup';
import { hasNames } from '../search/names-work';
import type { FoundName } from '../search/names-work';
import { isSearched, searchedTexts } from '../search/searched-texts';
import type { TextIndex } from '../search/text-index';
import { Pace } from '../storage/pace';
import type { Reader, Store } from '../storage/store';
import { OpenedLately } from './opened-lately';
import type { RememberedPlaces } from './opened-lately';
import { dayOf, isWithinDays, scopeOf } from './search-scope';
import type { SearchQuestion, SearchScope } from './search-scope';
import { subjectOf, titleOf, titleOfId } from './searchable-texts';

export interface SearchParts {
  readonly store: Store;
  readonly index: TextIndex;
  readonly names: NameLookup;
  readonly remembered: RememberedPlaces;
}

/** One that was found, and how well. */
interface Finding {
  readonly record: AnyRecord;
  /** Null when nothing was looked for. */
  readonly match: Match | null;
}

/** Of a kind: what was found so far, and whether there is more. */
interface Haul {
  readonly findings: Map<RecordId, Finding>;
  /** How many of the kind were looked at, of those that the index named. */
  looked: number;
  isWhole: boolean;
}

/** In milliseconds: so long is looked through what is not in the index yet, before what was found is answered. */
const longestScan = 120;
/** So many are looked through in any case: what was changed last is always found. */
const alwaysLookedAt = 100;
/** Of names and titles so many are looked at before the best of them are chosen; of notes, so many times what is shown. */
const namesLookedAt = 200;
const notesLookedAt = 3;
/** In milliseconds: so long better ones are looked for than the newest. */
const longestChoosing = 3;
const recentLength = 12;

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

  /** The ids of the records that are called so, in whatever script, the likeliest first. */
  async names(text: string, kinds: readonly SearchedKind[], most: number): Promise<RecordId[]> {
    const { store, names } = this.#parts;
    const found = (await names.search(text, kinds.filter(hasNames), most)) ?? [];
    return [...found]
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

/** One question on its way to its answer. It gives way to other work, and stops when it is not wanted any more. */
class Asking {
  readonly #reader: Reader;
  readonly #index: TextIndex;
  readonly #names: NameLookup;
  readonly #words: readonly string[];
  readonly #kinds: ReadonlySet<SearchedKind>;
  readonly #scope: SearchScope;
  readonly #hauls = new Map<SearchedKind, Haul>();
  readonly #pace = new Pace();
  #isComplete = true;

  constructor(
    { store, index, names }: SearchParts,
    private readonly question: SearchQuestion,
    private readonly isStale: () => boolean,
  ) {
    this.#reader = store;
    this.#index = index;
    this.#names = names;
    this.#words = wordsOf(question.text);
    this.#kinds = new Set(question.kinds.length === 0 ? searchedKinds : question.kinds);
    this.#scope = scopeOf(store, question);
    for (const kind of searchedKinds) {
      if (this.#kinds.has(kind)) this.#hauls.set(kind, { findings: new Map(), looked: 0, isWhole: true });
    }
  }

  /** Null when it is not wanted any more. */
  async answer(opened: readonly { type: SearchedKind; id: RecordId }[]): Promise<SearchAnswer | null> {
    const isBlank =
      this.#words.length === 0 && this.#scope === null && !this.#hasDays && this.question.kinds.length === 0;
    if (isBlank) {
      const recent = await this.#recent(opened);
      return recent === null ? null : { groups: [], recent, isComplete: this.#index.isComplete };
    }
    // In a thread of its own: it goes on beside what is done here.
    const names = this.#askForNames();
    const isThrough =
      this.#scope !== null && this.#scope.size <= namesLookedAt
        ? await this.#lookThrough(this.#scope)
        : (await this.#lookAtPending()) && (await this.#lookInIndex());
    this.#takeNames(await names);
    if (!isThrough || this.isStale()) return null;
    const groups = [...this.#hauls].flatMap(([kind, haul]) => this.#groupOf(kind, haul) ?? []);
    // A name that was looked for comes before texts that happen to have it in them.
    groups.sort((one, other) => Number(other.isNamed) - Number(one.isNamed));
    return {
      groups: groups.map(({ group }) => group),
      recent: [],
      isComplete: this.#isComplete && (this.#scope !== null || this.#index.isComplete),
    };
  }

  get #hasDays(): boolean {
    return this.question.from !== null || this.question.to !== null;
  }

  /** Takes in a record if it has what is looked for. */
  #take(record: AnyRecord | undefined, match = this.#matchOf(record)): boolean {
    if (record === undefined || match === undefined || !isSearched(record.type)) return false;
    const haul = this.#hauls.get(record.type);
    if (haul === undefined || !this.#isWanted(record)) return false;
    const before = haul.findings.get(record.id);
    if (before?.match && match && before.match.rank < match.rank) return true;
    haul.findings.set(record.id, { record, match });
    return true;
  }

  /** Undefined when it is not to be found. */
  #matchOf(record: AnyRecord | undefined): Match | null | undefined {
    if (record === undefined) return undefined;
    if (this.#words.length === 0) return null;
    return matchIn(this.#words, searchedTexts(record)) ?? undefined;
  }

  #isWanted(record: AnyRecord): boolean {
    if (record.deletedAt !== null || !isWithinDays(this.#reader, record, this.question)) return false;
    if (this.#scope !== null && !this.#scope.has(record.id)) return false;
    if (record.type === 'trip') return !record.isTemplate;
    const trip = record.type === 'itinerary-item' ? this.#reader.get('trip', record.tripId) : undefined;
    return trip?.isTemplate !== true;
  }

  /** Answers whether it is still wanted. */
  async #isOn(): Promise<boolean> {
    await this.#pace.giveWay();
    return !this.isStale();
  }

  async #lookThrough(records: Iterable<readonly [RecordId, SearchedKind]>): Promise<boolean> {
    for (const [id, kind] of records) {
      if (!(await this.#isOn())) return false;
      if (this.#kinds.has(kind)) this.#take(this.#reader.get(kind, id));
    }
    return true;
  }

  /** What changed a moment ago, and what is not in the index yet: that as long as nobody has to wait for it. */
  async #lookAtPending(): Promise<boolean> {
    const until = performance.now() + longestScan;
    let looked = 0;
    for (const pending of this.#index.pending()) {
      if (!this.#kinds.has(pending.kind) || this.#scope?.has(pending.id) === false) continue;
      if (pending.looked === null) {
        looked += 1;
        if (looked > alwaysLookedAt && performance.now() > until) {
          this.#isComplete = false;
          break;
        }
      }
      if (!(await this.#isOn())) return false;
      this.#lookAt(pending);
    }
    return true;
  }

  #lookAt({ kind, id, looked }: ReturnType<TextIndex['pending']> extends Iterable<infer P> ? P : never): void {
    if (looked !== null && this.#words.length > 0) {
      const match = matchIn(this.#words, looked.texts, looked.folded);
      if (match !== null) this.#take(this.#reader.get(kind, id), match);
      return;
    }
    const record = this.#reader.get(kind, id);
    if (record === undefined || record.deletedAt !== null) return;
    const { texts, folded } = this.#index.look(id, record);
    const match = this.#words.length === 0 ? null : matchIn(this.#words, texts, folded);
    if (match !== null || this.#words.length === 0) this.#take(record, match);
  }

  async #lookInIndex(): Promise<boolean> {
    const found = this.#index.find(this.#words);
    const open = new Map([...this.#hauls].filter(([kind]) => found.count(kind) > 0));
    for (const [kind, haul] of open) haul.isWhole = found.count(kind) <= this.#mostOf(kind);
    const { most } = this.question;
    const began = performance.now();
    // The best of those that were looked at by then are shown.
    const isLate = (): boolean => performance.now() - began > longestChoosing;
    let steps = 0;
    for (const { kind, id } of found.newestFirst()) {
      if (open.size === 0) break;
      steps += 1;
      if (steps % 256 === 0 && !(await this.#isOn())) return false;
      const haul = open.get(kind);
      if (haul === undefined) continue;
      haul.looked += 1;
      if (this.#scope?.has(id) !== false) {
        this.#take(this.#reader.get(kind, id));
        if (!(await this.#isOn())) return false;
      }
      if (haul.looked >= found.count(kind)) {
        haul.isWhole = true;
        open.delete(kind);
      } else if (haul.findings.size >= this.#mostOf(kind) || (haul.findings.size >= most && isLate())) {
        haul.isWhole = false;
        open.delete(kind);
      }
    }
    if (found.isExact && this.#scope === null && !this.#hasDays) {
      for (const [kind, haul] of this.#hauls) haul.looked = found.count(kind);
    } else for (const haul of this.#hauls.values()) haul.looked = 0;
    return true;
  }

  /** Names in other scripts, by their sound, or with a slip: what a plain scan cannot find. */
  #askForNames(): Promise<readonly FoundName[] | null> {
    if (this.#words.length === 0) return Promise.resolve([]);
    const kinds = [...this.#kinds].filter(hasNames);
    const most = this.#scope === null && !this.#hasDays ? this.question.most : namesLookedAt;
    return this.#names.search(this.question.text, kinds, most);
  }

  #takeNames(found: readonly FoundName[] | null): void {
    if (found === null || (!this.#names.isComplete && this.#words.length > 0)) this.#isComplete = false;
    for (const each of found ?? []) {
      const record = this.#reader.get(each.kind, each.id);
      if (record !== undefined) this.#take(record, matchByName(record, each));
    }
  }

  #mostOf(kind: SearchedKind): number {
    const { most } = this.question;
    if (kind === 'note') return this.#words.length > 1 ? most * notesLookedAt : most;
    return Math.max(namesLookedAt, most);
  }

  #groupOf(kind: SearchedKind, { findings, looked, isWhole }: Haul): { group: SearchGroup; isNamed: boolean } | null {
    if (findings.size === 0) return null;
    const best = [...findings.values()].sort(
      (one, other) =>
        (one.match?.rank ?? 0) - (other.match?.rank ?? 0) || (other.record.updatedAt > one.record.updatedAt ? 1 : -1),
    );
    const hits = best.slice(0, this.question.most).map((finding) => this.#hitOf(kind, finding));
    const total = isWhole ? findings.size : Math.max(findings.size, looked);
    const isNamed = best[0]?.match?.text.isName === true;
    return { group: { kind, hits, total, isAtLeast: !isWhole && looked === 0 }, isNamed };
  }

  #hitOf(kind: SearchedKind, { record, match }: Finding): SearchHit {
    const reader = this.#reader;
    const { form } = this.question;
    const title = titleOf(reader, record, form);
    const subject = subjectOf(record);
    const base = {
      type: kind,
      id: record.id,
      title,
      titleMarks: match?.folded === null ? marksOfName(title, match) : marksIn(title, this.#words),
      subject: subject === null ? null : { ...subject, title: titleOfId(reader, subject.type, subject.id, form) },
      day: dayOf(reader, record),
    };
    if (match === null) {
      return { ...base, field: kind === 'note' ? 'note' : 'title', excerpt: null, excerptMarks: [], place: null };
    }
    const { text } = match;
    const { excerpt, excerptMarks, found } = excerptOf(match, this.#words);
    const isTitle = text.isName && title.includes(text.text);
    const start = text.block?.placeOf(found.start) ?? 0;
    const end = text.block?.placeOf(found.start + found.length) ?? 0;
    return {
      ...base,
      field: text.field,
      excerpt: isTitle ? null : excerpt,
      excerptMarks: isTitle ? [] : excerptMarks,
      place: text.block === undefined ? null : { blockId: text.block.id, start, length: Math.max(0, end - start) },
    };
  }

  /** What was opened last, and then what was changed last. */
  async #recent(opened: readonly { type: SearchedKind; id: RecordId }[]): Promise<SearchHit[] | null> {
    const recent = new Map<RecordId, AnyRecord>();
    const add = (kind: SearchedKind, id: RecordId): void => {
      const record = this.#reader.get(kind, id);
      if (record !== undefined && this.#isWanted(record)) recent.set(id, record);
    };
    for (const { type, id } of opened.slice(0, recentLength)) add(type, id);
    const changed = [...this.#index.pending()].slice(-recentLength);
    for (const { kind, id } of changed.reverse()) add(kind, id);
    for (const { kind, id } of this.#index.find([]).newestFirst()) {
      if (recent.size >= recentLength) break;
      add(kind, id);
      if (!(await this.#isOn())) return null;
    }
    return [...recent.values()]
      .slice(0, recentLength)
      .flatMap((record) => (isSearched(record.type) ? [this.#hitOf(record.type, { record, match: null })] : []));
  }
}

/** What was found by its sound stands between what is written so, as its score says. Undefined when the name is another now. */
function matchByName(record: AnyRecord, { text, places, score }: FoundName): Match | undefined {
  const named = searchedTexts(record).find((each) => each.text === text);
  if (named === undefined) return undefined;
  return { text: { ...named, isName: true }, rank: (1000 - score) / 200, folded: null, marks: places };
}

/** The marks of a name in a title that has it in it. */
function marksOfName(title: string, { text, marks }: Match): SearchMark[] {
  const at = title.indexOf(text.text);
  return at === -1 ? [] : marks.map(({ start, length }) => ({ start: start + at, length }));
}
