import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { noteWords } from '@main/search/note-words';
import { fold } from '@shared/search/fold';
import { longText, questionScripts, questionsIn } from './long-texts';
import type { QuestionScript } from './long-texts';
import { memoryInUse, processorTime, timesOf } from './measure';
import type { QueryTimes, TrialFigures, TrialOrder } from './trial-words';

type PeerOrder = Extract<TrialOrder, { peers: string }>;

interface MiniSearchIndex {
  addAll(documents: readonly { id: number; text: string }[]): void;
  search(text: string): { id: number }[];
  replace(document: { id: number; text: string }): void;
}
type MiniSearchMaker = new (options: object) => MiniSearchIndex;

interface FuseIndex {
  search(text: string, options: { limit: number }): unknown[];
  remove(isGone: (document: { id: number }) => boolean): void;
  add(document: { id: number; text: string }): void;
}
type FuseMaker = new (documents: readonly { id: number; text: string }[], options: object) => FuseIndex;

const tokenPattern = /[\u2e80-\u9fff\uf900-\ufaff\ud800-\udfff]+|[\p{L}\p{N}\p{M}]+/gu;
const unspaced = /^[\u2e80-\u9fff\uf900-\ufaff\ud800-\udfff]/;
const updates = 20;

/** Words of letters, and pairs of what is written without blanks: what our own index is made of. */
function tokensOf(text: string): string[] {
  return [...text.matchAll(tokenPattern)].flatMap(([run]) =>
    !unspaced.test(run) || run.length === 1
      ? [run]
      : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
}

function textsOf(notes: number): { id: number; text: string }[] {
  return Array.from({ length: notes }, (_, id) => ({ id, text: flat(fold(noteWords(longText(id)).text)) }));
}

/** In one piece, so that a library that asks for its characters does not change how much memory the texts take. */
function flat(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

export function miniSearchTrial({ notes, peers, questions }: PeerOrder): TrialFigures {
  const loaded = createRequire(join(peers, 'package.json'))('minisearch') as
    MiniSearchMaker | { default: MiniSearchMaker };
  const MiniSearch = typeof loaded === 'function' ? loaded : loaded.default;
  const texts = textsOf(notes);
  const before = memoryInUse();
  const began = { at: performance.now(), processor: processorTime() };
  const index = new MiniSearch({
    fields: ['text'],
    tokenize: tokensOf,
    processTerm: (term: string) => term,
    searchOptions: { prefix: true, combineWith: 'AND' },
  });
  index.addAll(texts);
  const built = { buildTime: performance.now() - began.at, buildCpu: processorTime() - began.processor };
  const memory = memoryInUse() - before;
  const asked = askAll(notes, questions, (text) => index.search(text));
  const update = timeUpdates(texts, (document) => {
    index.replace(document);
  });
  return { textBytes: bytesOf(notes), ...built, memory, ...asked, update };
}

export function fuseTrial({ notes, peers, questions }: PeerOrder): TrialFigures {
  const loaded = createRequire(join(peers, 'package.json'))('fuse.js') as FuseMaker | { default: FuseMaker };
  const Fuse = typeof loaded === 'function' ? loaded : loaded.default;
  const texts = textsOf(notes);
  const before = memoryInUse();
  const began = { at: performance.now(), processor: processorTime() };
  const index = new Fuse(texts, { keys: ['text'], threshold: 0, ignoreLocation: true, useExtendedSearch: true });
  const built = { buildTime: performance.now() - began.at, buildCpu: processorTime() - began.processor };
  const memory = memoryInUse() - before;
  // Its extended search: every word must stand somewhere.
  const asked = askAll(notes, questions, (text) =>
    index.search(
      text
        .split(' ')
        .map((word) => `'${word}`)
        .join(' '),
      { limit: 20 },
    ),
  );
  const update = timeUpdates(texts, (document) => {
    index.remove(({ id }) => id === document.id);
    index.add(document);
  });
  return { textBytes: bytesOf(notes), ...built, memory, ...asked, update };
}

function bytesOf(notes: number): number {
  let bytes = 0;
  for (let id = 0; id < notes; id += 1) bytes += Buffer.byteLength(longText(id));
  return bytes;
}

function askAll(
  notes: number,
  questions: number,
  search: (text: string) => unknown,
): { all: QueryTimes; byScript: Partial<Record<QuestionScript, QueryTimes>> } {
  const all: number[] = [];
  const byScript: Partial<Record<QuestionScript, QueryTimes>> = {};
  for (const script of questionScripts) {
    const times = questionsIn(script, notes)
      .slice(0, questions)
      .map((text) => {
        const began = performance.now();
        search(fold(text));
        return performance.now() - began;
      });
    byScript[script] = timesOf(times);
    all.push(...times);
  }
  return { all: timesOf(all), byScript };
}

function timeUpdates(
  texts: readonly { id: number; text: string }[],
  update: (document: { id: number; text: string }) => void,
): QueryTimes {
  return timesOf(
    texts.slice(0, updates).map((document) => {
      const began = performance.now();
      update({ ...document, text: `${document.text} changed` });
      return performance.now() - began;
    }),
  );
}
