import type { RecordType } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { HistoryState } from '@shared/ipc/app-channels';
import type { Commit, Change, ChangeVerb, Intent } from '../storage/store';
import type { ServiceContext } from './context';

interface Step {
  readonly intent: Intent;
  readonly changes: readonly Change[];
  readonly begunAt: number;
}

/**
 * Going through history makes none, and a first start is not taken back: the sample trip goes to the Trash. What colleagues
 * did is theirs to take back.
 */
const isNoStep: ReadonlySet<ChangeVerb> = new Set(['undo', 'redo', 'import', 'sync']);
const longestHistory = 200;
/** Autosaves of one text join into one step for this long: a Ctrl+Z takes back a minute's typing, never an hour's. */
const mergeMilliseconds = 60_000;

/** A record by its kind and id. */
interface RecordName {
  readonly type: RecordType;
  readonly id: RecordId;
}

export interface History {
  state(): HistoryState;
  /**
   * Takes back the last step; with `about`, the last one that changed this record. Answers `changed-meanwhile` when a
   * later step has changed what that one did, and `nothing-to-undo`.
   */
  undo(about?: RecordName): Promise<Result<{ verb: string; type: string }>>;
  redo(): Promise<Result<{ verb: string; type: string }>>;
}

/** Remembers every change since the start, so that each can be taken back and done again, the newest first. */
export function keepHistory(context: ServiceContext): History {
  let undoable: Step[] = [];
  let redoable: Step[] = [];

  context.store.onCommit((commit) => {
    if (isNoStep.has(commit.intent.verb) || commit.changes.length === 0) return;
    redoable = [];
    undoable = withCommit(undoable, commit, Date.parse(context.now()));
  });
  context.store.onReplaced(() => {
    undoable = [];
    redoable = [];
  });

  /** Sets every record of the step back; the step that comes of it does the same in the other direction. */
  async function takeBack(verb: 'undo' | 'redo', about?: RecordName): Promise<Result<{ verb: string; type: string }>> {
    const steps = verb === 'undo' ? undoable : redoable;
    const at = about === undefined ? steps.length - 1 : steps.findLastIndex((each) => hasChanged(each, about));
    const step = steps[at];
    if (step === undefined) return failed({ code: 'nothing-to-undo' });
    const builtOn = step.changes.find((change) => steps.slice(at + 1).some((later) => hasChanged(later, change)));
    if (builtOn !== undefined) return failed({ code: 'changed-meanwhile', type: builtOn.type, id: builtOn.id });
    const intent: Intent = { by: context.me(), verb, type: step.intent.type };
    const reverted = await context.store.transact(intent, (tx) =>
      [...step.changes].reverse().map((change): Change => {
        const before = tx.get(change.type, change.id) ?? null;
        tx.revert(change.type, change.id, change.before);
        return { type: change.type, id: change.id, before, after: change.after };
      }),
    );
    if (!reverted.ok) return reverted;
    const other: Step = { intent: step.intent, changes: reverted.value, begunAt: 0 };
    undoable = verb === 'undo' ? undoable.filter((each) => each !== step) : [...undoable, other];
    redoable = verb === 'redo' ? redoable.filter((each) => each !== step) : [...redoable, other];
    return success(wordsOf(step));
  }

  let turn: Promise<unknown> = Promise.resolve();

  /** After every change that was asked for before: what is still on its way to the disk is what the person means. */
  function inTurn(verb: 'undo' | 'redo', about?: RecordName): ReturnType<typeof takeBack> {
    const written = context.store.transact({ by: context.me(), verb, type: 'trip' }, () => undefined);
    const answer = Promise.all([turn, written]).then(() => takeBack(verb, about));
    turn = answer.catch(() => undefined);
    return answer;
  }

  return {
    state: () => ({ undo: nameOf(undoable.at(-1)), redo: nameOf(redoable.at(-1)) }),
    undo: (about) => inTurn('undo', about),
    redo: () => inTurn('redo'),
  };
}

function hasChanged(step: Step, { type, id }: RecordName): boolean {
  return step.changes.some((change) => change.type === type && change.id === id);
}

function withCommit(steps: readonly Step[], commit: Commit, now: number): Step[] {
  const last = steps.at(-1);
  const { mergeKey, isOneRun = false } = commit.intent;
  if (
    last !== undefined &&
    mergeKey !== undefined &&
    last.intent.mergeKey === mergeKey &&
    (isOneRun || now - last.begunAt < mergeMilliseconds)
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
