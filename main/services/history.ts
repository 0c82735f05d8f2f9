import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { HistoryState } from '@shared/ipc/app-channels';
import type { Commit, Change, Intent } from '../storage/store';
import type { ServiceContext } from './context';

interface Step {
  readonly intent: Intent;
  readonly changes: readonly Change[];
  readonly begunAt: number;
}

const longestHistory = 200;
/** Autosaves of one text join into one step for this long: a Ctrl+Z takes back a minute's typing, never an hour's. */
const mergeMilliseconds = 60_000;

export interface History {
  state(): HistoryState;
  undo(): Promise<Result<{ verb: string; type: string }>>;
  redo(): Promise<Result<{ verb: string; type: string }>>;
}

/** Remembers every change since the start, so that each can be taken back and done again, the newest first. */
export function keepHistory(context: ServiceContext): History {
  let undoable: Step[] = [];
  let redoable: Step[] = [];

  context.store.onCommit((commit) => {
    if (commit.intent.verb === 'undo' || commit.intent.verb === 'redo' || commit.changes.length === 0) return;
    redoable = [];
    undoable = withCommit(undoable, commit, Date.parse(context.now()));
  });
  context.store.onReplaced(() => {
    undoable = [];
    redoable = [];
  });

  /** Sets every record of the step back; the step that comes of it does the same in the other direction. */
  async function takeBack(from: Step[], verb: 'undo' | 'redo'): Promise<Result<Step>> {
    const step = from.at(-1);
    if (step === undefined) return failed({ code: 'nothing-to-undo' });
    const intent: Intent = { by: context.me(), verb, type: step.intent.type };
    const reverted = await context.store.transact(intent, (tx) =>
      [...step.changes].reverse().map((change): Change => {
        const before = tx.get(change.type, change.id) ?? null;
        tx.revert(change.type, change.id, change.before);
        return { type: change.type, id: change.id, before, after: change.after };
      }),
    );
    if (!reverted.ok) return reverted;
    from.pop();
    return success({ intent: step.intent, changes: reverted.value, begunAt: 0 });
  }

  return {
    state: () => ({ undo: nameOf(undoable.at(-1)), redo: nameOf(redoable.at(-1)) }),
    async undo() {
      const step = await takeBack(undoable, 'undo');
      if (!step.ok) return step;
      redoable.push(step.value);
      return success(wordsOf(step.value));
    },
    async redo() {
      const step = await takeBack(redoable, 'redo');
      if (!step.ok) return step;
      undoable.push(step.value);
      return success(wordsOf(step.value));
    },
  };
}

function withCommit(steps: readonly Step[], commit: Commit, now: number): Step[] {
  const last = steps.at(-1);
  const { mergeKey } = commit.intent;
  if (
    last !== undefined &&
    mergeKey !== undefined &&
    last.intent.mergeKey === mergeKey &&
    now - last.begunAt < mergeMilliseconds
  ) {
    return [...steps.slice(0, -1), { ...last, changes: joined(last.changes, commit.changes) }];
  }
  return [...steps, { intent: commit.intent, changes: commit.changes, begunAt: now }].slice(-longestHistory);
}

/** The changes of both as one: each record as it was before the first and as it is after the last. */
function joined(first: readonly Change[], second: readonly Change[]): Change[] {
  const later = new Map(second.map((change) => [`${change.type}:${change.id}`, change]));
  const kept = first.map((change): Change => {
    const key = `${change.type}:${change.id}`;
    const next = later.get(key);
    later.delete(key);
    return next === undefined ? change : { ...change, after: next.after };
  });
  return [...kept, ...later.values()];
}

function wordsOf(step: Step): { verb: string; type: string } {
  return { verb: step.intent.verb, type: step.intent.type };
}

function nameOf(step: Step | undefined): { verb: string; type: string } | null {
  return step === undefined ? null : wordsOf(step);
}
