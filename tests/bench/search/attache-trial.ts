import { randomUUID } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { matchIn, wordsOf } from '@main/search/matching';
import { searchedTexts } from '@main/search/searched-texts';
import { NameLookup } from '@main/search/name-lookup';
import { threadedNames } from '@main/search/names-thread';
import { SegmentFiles } from '@main/search/segment-files';
import { threadedMaker } from '@main/search/segment-maker';
import { TextIndex } from '@main/search/text-index';
import { Search } from '@main/services/search';
import { diskFiles } from '@main/storage/disk/disk-files';
import { openStore } from '@main/storage/open-store';
import type { OpenedStore } from '@main/storage/open-store';
import { plainSeal } from '@main/storage/seal/plain-seal';
import { instantOf } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import type { AnyRecord } from '@shared/domain/records';
import { contract } from '@shared/ipc/contract';
import { fold } from '@shared/search/fold';
import { Stalls } from '../store/stalls';
import { longText, questionScripts, questionsIn } from './long-texts';
import type { QuestionScript } from './long-texts';
import { memoryInUse, processorTime, timesOf } from './measure';
import type { AttacheFigures, QueryTimes, TrialOrder } from './trial-words';

const author = randomUUID();
const intent = { by: author, verb: 'import', type: 'note' } as const;
const notesAtOnce = 500;
const updates = 200;

interface Opened {
  readonly index: TextIndex;
  readonly search: Search;
  readonly ready: Promise<void>;
  readonly files: SegmentFiles;
}

export async function attacheTrial(order: TrialOrder & { of: 'attache' }): Promise<AttacheFigures> {
  const opened = await open(order.folder);
  const textBytes = await fill(opened, order.notes);
  await opened.jsons.ready();
  const before = memoryInUse();
  let phase: 'building' | 'asking' = 'building';
  const stalls = new Stalls(['building', 'asking'], () => phase);
  const began = { at: performance.now(), processor: processorTime() };
  const first = openIndex(opened, order);
  const whileBuilding = await askMeanwhile(first, order.notes);
  await first.ready;
  const buildTime = performance.now() - began.at;
  const buildCpu = processorTime() - began.processor - whileBuilding.processor;
  await first.index.drain();
  await first.files.settled();

  await setImmediate();
  phase = 'asking';
  const all: number[] = [];
  const byScript: Partial<Record<QuestionScript, QueryTimes>> = {};
  for (const script of questionScripts) {
    const questions = questionsIn(script, order.notes);
    for (const text of questions.slice(0, 10)) {
      await ask(first, text);
      await setImmediate();
    }
    const times: number[] = [];
    for (const text of questions) {
      times.push(await ask(first, text));
      await setImmediate();
    }
    byScript[script] = timesOf(times);
    all.push(...times);
  }
  stalls.stop();
  const { building, asking } = { building: stalls.longest.building.own, asking: stalls.longest.asking.own };
  const memory = memoryInUse() - before;
  const found = await compareWithScan(opened, first, order.notes);
  const update = measureUpdates(opened, first);
  const sizeOnDisk = await sizeOf(join(order.folder, 'search'));
  await first.search.close();
  await first.files.settled();

  const again = performance.now();
  const second = openIndex(opened, order);
  await second.ready;
  const reopening = performance.now() - again;
  await second.search.close();
  await opened.store.close();
  return {
    ...{ textBytes, buildCpu, buildTime, memory, all: timesOf(all), byScript, update, sizeOnDisk, reopening },
    ...{ longestStall: { building, asking }, whileBuilding: timesOf(whileBuilding.times), ...found },
  };
}

async function open(folder: string): Promise<OpenedStore> {
  let now = Date.UTC(2020, 0, 1);
  const clock = (): ReturnType<typeof instantOf> => {
    now += 1000;
    return instantOf(now);
  };
  const opened = await openStore({ folder, clock, newId: randomUUID });
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

async function fill({ store }: OpenedStore, notes: number): Promise<number> {
  const day = '2026-03-02' as CalendarDate;
  const title = { en: 'Visit (sample)', zhHant: '', zhHans: '' };
  const made = await store.transact(intent, (tx) => tx.create('trip', { title, firstDay: day, lastDay: day }));
  if (!made.ok) throw new Error(made.failure.code);
  let bytes = 0;
  for (let first = 0; first < notes; first += notesAtOnce) {
    const written = await store.transact(intent, (tx) => {
      for (let number = first; number < Math.min(notes, first + notesAtOnce); number += 1) {
        const markdown = longText(number);
        bytes += Buffer.byteLength(markdown);
        const block = { id: randomUUID(), authorId: author, begunAt: instantOf(Date.UTC(2020, 0, 1)), markdown };
        tx.create('note', { tripId: made.value.id, blocks: [block] });
      }
    });
    if (!written.ok) throw new Error(written.failure.code);
  }
  return bytes;
}

function openIndex(
  { store, jsons, isSecret }: OpenedStore,
  { folder, thread }: TrialOrder & { of: 'attache' },
): Opened {
  let onComplete: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    onComplete = resolve;
  });
  const files = new SegmentFiles({ folder: join(folder, 'search'), files: diskFiles, seal: plainSeal, isSecret });
  const onOddity = (what: string): void => {
    throw new Error(what);
  };
  const index = new TextIndex({ records: jsons, maker: threadedMaker(thread), shelf: files, onComplete, onOddity });
  const remembered = { get: () => ({ meId: null, places: {}, drafts: [] }), update: () => Promise.reject(new Error()) };
  const names = new NameLookup({
    records: jsons,
    makeKeeper: () => threadedNames(thread),
    shelf: files,
    onComplete: () => undefined,
    onOddity,
  });
  const search = new Search({ store, index, names, remembered });
  void index.open();
  void names.open();
  return { index, search, ready, files };
}

async function ask({ search }: Opened, text: string): Promise<number> {
  const question = contract['search:all'].input.parse({ text });
  const began = performance.now();
  await search.ask(question);
  return performance.now() - began;
}

/** Somebody who asks while the index is being made. */
async function askMeanwhile(opened: Opened, notes: number): Promise<{ times: number[]; processor: number }> {
  const times: number[] = [];
  let isReady = false;
  void opened.ready.then(() => {
    isReady = true;
  });
  const questions = questionsIn('mixed', notes);
  let processor = 0;
  for (let at = 0; !isReady && at < 10; at += 1) {
    const time = await ask(opened, questions[at] ?? '');
    times.push(time);
    processor += time;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { times, processor };
}

/** The plain scan says what is to be found. */
async function compareWithScan(
  { store }: OpenedStore,
  { index, search }: Opened,
  notes: number,
): Promise<{ recall: number; wrong: number }> {
  const questions = questionScripts.flatMap((script) => questionsIn(script, notes).slice(0, notes > 10_000 ? 6 : 60));
  const wanted = questions.map((text) => ({ text, words: wordsOf(text), ids: new Set<string>() }));
  for (const { id } of [...store.all('trip').slice(0, 0), ...idsOf(index)]) {
    const record = store.get('note', id);
    if (record === undefined) continue;
    const texts = searchedTexts(record);
    const folded = texts.map(({ text }) => fold(text));
    for (const each of wanted) if (matchIn(each.words, texts, folded) !== null) each.ids.add(id);
  }
  let found = 0;
  let all = 0;
  let wrong = 0;
  for (const { text, words, ids } of wanted) {
    const candidates = new Set([...index.find(words).newestFirst()].map(({ id }) => id));
    all += ids.size;
    for (const id of ids) if (candidates.has(id)) found += 1;
    const answer = await search.ask(contract['search:all'].input.parse({ text, most: 200 }));
    if (!answer.ok) throw new Error(answer.failure.code);
    const [group] = answer.value.groups.filter(({ kind }) => kind === 'note');
    const hits = group?.hits ?? [];
    wrong += hits.filter(({ id }) => !ids.has(id)).length;
    if (group?.isAtLeast === false && group.total !== ids.size) wrong += 1;
    if (hits.length < Math.min(200, ids.size)) found -= Math.min(200, ids.size) - hits.length;
  }
  return { recall: all === 0 ? 1 : found / all, wrong };
}

function* idsOf(index: TextIndex): Iterable<{ readonly id: string }> {
  for (const { kind, id } of index.find([]).newestFirst()) if (kind === 'note') yield { id };
}

function measureUpdates({ store }: OpenedStore, { index }: Opened): QueryTimes {
  const times: number[] = [];
  for (const { id } of [...idsOf(index)].slice(0, updates)) {
    const record: AnyRecord | undefined = store.get('note', id);
    if (record === undefined) continue;
    const began = performance.now();
    index.note('note', id, record);
    index.look(id, record);
    times.push(performance.now() - began);
  }
  return timesOf(times);
}

async function sizeOf(folder: string): Promise<number> {
  let size = 0;
  for (const name of await readdir(folder)) size += (await stat(join(folder, name))).size;
  return size;
}
