import { useSyncExternalStore } from 'react';
import type { Instant } from '@shared/dates';
import { instantOf } from '@shared/dates';
import type { AppEvent } from '@shared/ipc/events';
import type { PrintedReport } from '@shared/ipc/trip-channels';
import type { Failure, Result } from '@shared/result';
import { listenToMain, request } from '../../lib/ipc';

export type ReportStage = Extract<AppEvent, { kind: 'report:progress' }>['stage'];

export interface MadeReport {
  readonly tripId: string;
  readonly jobId: string;
  readonly report: PrintedReport;
  readonly madeAt: Instant;
  /** Something was changed since: the trip may say more than the report. */
  readonly isStale: boolean;
  /** Lines marked as sensitive are in it. */
  readonly isWithSensitive: boolean;
}

interface Making {
  readonly tripId: string;
  readonly jobId: string;
  readonly stage: ReportStage;
  /** From 0 to 1. */
  readonly done: number;
}

export interface DeskState {
  readonly making: Making | null;
  readonly made: MadeReport | null;
  readonly failed: { readonly tripId: string; readonly failure: Failure } | null;
}

/**
 * Where reports are made: one at a time, and the last one stays on it while its reader goes to another tab to mend what
 * it lacks and comes back.
 */
let state: DeskState = { making: null, made: null, failed: null };
const watchers = new Set<() => void>();

function set(change: Partial<DeskState>): void {
  state = { ...state, ...change };
  for (const watcher of [...watchers]) watcher();
}

function hear(event: AppEvent): void {
  if (event.kind === 'report:progress' && event.jobId === state.making?.jobId) {
    set({ making: { ...state.making, stage: event.stage, done: event.done } });
  }
  if (event.kind === 'changed' && state.made && !state.made.isStale) set({ made: { ...state.made, isStale: true } });
}

let stopHearing: (() => void) | undefined;

/** Makes the report of a trip; while one is made nothing else is begun. */
export async function makeReport(tripId: string, isWithSensitive: boolean): Promise<void> {
  if (state.making) return;
  stopHearing ??= listenToMain(hear);
  const jobId = crypto.randomUUID();
  set({ making: { tripId, jobId, stage: 'gathering', done: 0 }, failed: null });
  const answer = await request('report:make', { jobId, tripId, isWithSensitive });
  if (answer.ok) {
    const madeAt = instantOf(Date.now());
    const made: MadeReport = { tripId, jobId, report: answer.value, madeAt, isStale: false, isWithSensitive };
    set({ making: null, made });
  } else {
    set({ making: null, failed: answer.failure.code === 'cancelled' ? null : { tripId, failure: answer.failure } });
  }
}

/** Stops what is being made; what was made before stays. */
export function cancelReport(): void {
  if (state.making) void request('report:cancel', { jobId: state.making.jobId });
}

/** Asks where to, and writes the report there; null when the person thought better of it. */
export function saveReport({ jobId }: MadeReport): Promise<Result<{ path: string } | null>> {
  return request('report:save', { jobId });
}

/** Clears the desk. */
export function clearDesk(): void {
  stopHearing?.();
  stopHearing = undefined;
  set({ making: null, made: null, failed: null });
}

/** What lies on the desk of one trip. */
export function useReportDesk(tripId: string): DeskState {
  const now = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => state,
  );
  const own = <T extends { readonly tripId: string }>(thing: T | null): T | null =>
    thing?.tripId === tripId ? thing : null;
  return { making: own(now.making), made: own(now.made), failed: own(now.failed) };
}
