import { useSyncExternalStore } from 'react';
import type { DocumentChoices, DocumentFormat } from '@shared/documents/choices';
import type { AppEvent } from '@shared/ipc/events';
import type { MadeDocument } from '@shared/ipc/document-channels';
import type { Failure, Result } from '@shared/result';
import { listenToMain, request } from '../../lib/ipc';

export type MakingStage = Extract<AppEvent, { kind: 'documents:progress' }>['stage'];

/** A document as it was asked for: what it would say has not changed since, or it is made again. */
export interface OnDesk {
  readonly tripId: string;
  readonly choices: DocumentChoices;
  readonly jobId: string;
  readonly document: MadeDocument;
  /** Something was changed since: the trip may say more than the document. */
  readonly isStale: boolean;
}

interface Making {
  readonly tripId: string;
  readonly choices: DocumentChoices;
  readonly jobId: string;
  readonly stage: MakingStage;
  /** From 0 to 1. */
  readonly done: number;
}

interface Failed {
  readonly tripId: string;
  readonly choices: DocumentChoices;
  /** Null when somebody stopped it. */
  readonly failure: Failure | null;
}

export interface DeskState {
  readonly making: Making | null;
  /** A file of another format that is written. */
  readonly saving: Making | null;
  readonly made: OnDesk | null;
  readonly failed: Failed | null;
}

/**
 * Where documents are made: one at a time, and the last one stays on it while its reader goes to another tab to mend what
 * it lacks and comes back.
 */
const clear: DeskState = { making: null, saving: null, made: null, failed: null };
let state = clear;
const watchers = new Set<() => void>();

function set(change: Partial<DeskState>): void {
  state = { ...state, ...change };
  for (const watcher of [...watchers]) watcher();
}

function hear(event: AppEvent): void {
  if (event.kind === 'documents:progress' && event.jobId === state.making?.jobId) {
    set({ making: { ...state.making, stage: event.stage, done: event.done } });
  }
  if (event.kind === 'documents:progress' && event.jobId === state.saving?.jobId) {
    set({ saving: { ...state.saving, stage: event.stage, done: event.done } });
  }
  if (event.kind !== 'changed') return;
  if (state.made && !state.made.isStale) set({ made: { ...state.made, isStale: true } });
  // What it failed of may have been mended; what somebody stopped stays stopped.
  if (state.failed?.failure) set({ failed: null });
}

let stopHearing: (() => void) | undefined;

/** Makes a document; one that is being made is given up for it. */
export async function makeDocument(tripId: string, choices: DocumentChoices): Promise<void> {
  stopHearing ??= listenToMain(hear);
  const jobId = crypto.randomUUID();
  set({ making: { tripId, choices, jobId, stage: 'gathering', done: 0 }, failed: null });
  const answer = await request('documents:make', { jobId, tripId, choices });
  if (state.making?.jobId !== jobId) return;
  if (answer.ok) {
    set({ making: null, made: { tripId, choices, jobId, document: answer.value, isStale: false } });
  } else {
    const failure = answer.failure.code === 'cancelled' ? null : answer.failure;
    set({ making: null, failed: { tripId, choices, failure } });
  }
}

/** Stops what is being made or written; what was made before stays. */
export function cancelMaking(): void {
  const { jobId } = state.making ?? state.saving ?? {};
  if (jobId !== undefined) void request('documents:cancel', { jobId });
}

/** Asks where to, and writes the document there; null when the person thought better of it. */
export async function saveDocument(
  { tripId, choices, jobId: madeBy }: OnDesk,
  format: DocumentFormat,
): Promise<Result<{ path: string } | null>> {
  if (format === 'pdf') return request('documents:save', { jobId: madeBy, tripId, choices, format });
  const jobId = crypto.randomUUID();
  set({ saving: { tripId, choices, jobId, stage: 'gathering', done: 0 } });
  const answer = await request('documents:save', { jobId, tripId, choices, format });
  if (state.saving?.jobId === jobId) set({ saving: null });
  return answer;
}

/** Clears the desk. */
export function clearDesk(): void {
  stopHearing?.();
  stopHearing = undefined;
  set(clear);
}

/** What lies on the desk of one trip. */
export function useDocumentDesk(tripId: string): DeskState {
  const now = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => state,
  );
  const own = <T extends { readonly tripId: string }>(thing: T | null): T | null =>
    thing?.tripId === tripId ? thing : null;
  return { making: own(now.making), saving: own(now.saving), made: own(now.made), failed: own(now.failed) };
}
