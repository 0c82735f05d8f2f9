import type { AnyRecord } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import { searchedKinds } from '@shared/ipc/search-channels';
import type { SearchAnswer, SearchGroup, SearchHit, SearchMark, SearchedKind } from '@shared/ipc/search-channels';
import { excerptOf, marksIn, matchIn, wordsOf } from '../search/matching';
import type { Match } from '../search/matching';
import type { NameLookup } from '../search/name-lookup';
import { hasNames } from '../search/names-work';
import type { FoundName } from '../search/names-work';
import { isSearched, searchedTexts } from '../search/searched-texts';
import type { TextIndex } from '../search/text-index';
import { Pace } from '../storage/pace';
import type { Reader } from '../storage/store';
import { Haul } from './search-haul';
import type { Finding } from './search-haul';
import { dayOf, isWithinDays, scopeOf } from './search-scope';
import type { SearchQuestion, SearchScope } from './search-scope';
import { subjectOf, titleOf, titleOfId } from './searchable-texts';

export interface AskingParts {
  readonly store: Reader;
  readonly index: TextIndex;
  readonly names: NameLookup;
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

/** One question on its way to its answer. It gives way to other work, and stops when it is not wanted any more. */
export class Asking {
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
    { store, index, names }: AskingParts,
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
      if (this.#kinds.has(kind)) this.#hauls.set(kind, new Haul());
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
      isComplete: this.#isWhole,
    };
  }

  /** Whether everything was looked through. */
  get #isWhole(): boolean {
    return this.#isComplete && this.#index.isComplete;
  }

  get #hasDays(): boolean {
    return this.question.from !== null || this.question.to !== null;
  }

  /** Takes in a record if it has what is looked for; `isBeside` when it is not the index that named it. */
  #take(record: AnyRecord | undefined, match = this.#matchOf(record), isBeside = true): void {
    if (record === undefined || match === undefined || !isSearched(record.type) || !this.#isWanted(record)) return;
    this.#hauls.get(record.type)?.take({ record, match }, isBeside);
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
    const { most } = this.question;
    const began = performance.now();
    // The best of those that were looked at by then are shown.
    const isLate = (): boolean => performance.now() - began > longestChoosing;
    const isNarrowed = this.#scope !== null || this.#hasDays;
    const left = new Map<SearchedKind, number>();
    for (const kind of this.#hauls.keys()) if (found.count(kind) > 0) left.set(kind, found.count(kind));
    let steps = 0;
    for (const { kind, id } of found.newestFirst()) {
      if (left.size === 0) break;
      steps += 1;
      if (steps % 256 === 0 && !(await this.#isOn())) return false;
      const count = left.get(kind);
      const haul = this.#hauls.get(kind);
      if (count === undefined || haul === undefined) continue;
      if (this.#scope?.has(id) !== false) {
        this.#take(this.#reader.get(kind, id), undefined, false);
        if (!(await this.#isOn())) return false;
      }
      if (count === 1) left.delete(kind);
      else if (haul.size >= this.#mostOf(kind) || (haul.size >= most && isLate())) {
        left.delete(kind);
        haul.leaveOff(found.isExact && !isNarrowed ? found.count(kind) : null);
      } else left.set(kind, count - 1);
    }
    return true;
  }

  /** Names in other scripts, by their sound, or with a slip: what a plain scan cannot find. */
  #askForNames(): Promise<readonly FoundName[] | null> {
    if (this.#words.length === 0) return Promise.resolve([]);
    const kinds = [...this.#kinds].filter(hasNames);
    if (kinds.length === 0) return Promise.resolve([]);
    return this.#names.search(this.question.text, kinds, this.#mostNames);
  }

  #takeNames(found: readonly FoundName[] | null): void {
    if (found === null || (!this.#names.isComplete && this.#words.length > 0)) this.#isComplete = false;
    for (const [kind, haul] of this.#hauls) {
      const ofKind = (found ?? []).filter((each) => each.kind === kind);
      const { total } = haul;
      for (const each of ofKind) {
        const record = this.#reader.get(each.kind, each.id);
        if (record !== undefined) this.#take(record, matchByName(record, each));
      }
      // So many were asked for: there are others that only their sound would find.
      if (ofKind.length >= this.#mostNames && haul.total > total) haul.mayBeMore();
    }
  }

  get #mostNames(): number {
    return this.#scope === null && !this.#hasDays ? this.question.most : namesLookedAt;
  }

  #mostOf(kind: SearchedKind): number {
    const { most } = this.question;
    if (kind === 'note') return this.#words.length > 1 ? most * notesLookedAt : most;
    return Math.max(namesLookedAt, most);
  }

  #groupOf(kind: SearchedKind, haul: Haul): { group: SearchGroup; isNamed: boolean } | null {
    if (haul.size === 0) return null;
    const best = haul.best(this.question.most);
    const hits = best.map((finding) => this.#hitOf(kind, finding));
    const isAtLeast = haul.isAtLeast || !this.#isWhole;
    const isNamed = best[0]?.match?.text.isName === true;
    return { group: { kind, hits, total: haul.total, isAtLeast }, isNamed };
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
