import type { Holding } from './labels';
import type { Write } from './said';

/** What was asked of a store, in the order in which it was asked, and what the store answered; null when nothing yet. */
export type Step = ChangeStep | RestoreStep;
export interface ChangeStep {
  readonly kind: 'change';
  readonly step: number;
  readonly writes: readonly Write[];
  told: 'done' | 'refused' | null;
}
export interface RestoreStep {
  readonly kind: 'restore';
  readonly step: number;
  /** What the backup holds that takes the place of everything. */
  readonly holding: Holding;
  /** How many steps had been asked for when it was answered: it took effect before any later one. */
  answeredAfter: number | null;
  told: 'done' | 'refused' | null;
}

/**
 * Judges what a store was found to hold: everything acknowledged, and of the rest each change wholly or not at all.
 * Answers what is wrong with it, or null.
 */
export function judge(base: Holding, steps: readonly Step[], found: Holding): string | null {
  const labels = new Set(found.values());
  const garbled = [...labels].find((label) => label.startsWith('garbled'));
  if (garbled !== undefined) return `A text is not as it was written: ${garbled}`;
  const isSeen = (step: Step): boolean => step.kind === 'change' && step.writes.some(({ label }) => labels.has(label));
  let nearest: string | null = null;
  for (const ordered of orderings(steps)) {
    const happened = ordered.filter((step) => step.kind === 'restore' || step.told === 'done' || isSeen(step));
    const difference = differenceOf(replayed(base, happened), found);
    if (difference === null) return outOfOrder(steps, isSeen);
    nearest ??= difference;
  }
  return nearest;
}

/** What a store holds after these steps. */
export function replayed(base: Holding, steps: readonly Step[]): Map<string, string> {
  let holding = new Map(base);
  for (const step of steps) {
    if (step.kind === 'restore') holding = new Map(step.holding);
    else for (const { key, label } of step.writes) holding.set(key, label);
  }
  return holding;
}

/** The orders in which the steps may have taken effect, with each restore that was not acknowledged or without it. */
function* orderings(steps: readonly Step[], all = steps): Iterable<Step[]> {
  const at = steps.findIndex((step) => step.kind === 'restore');
  const restore = steps[at];
  if (restore?.kind !== 'restore') {
    yield [...steps];
    return;
  }
  const before = steps.slice(0, at);
  const after = steps.slice(at + 1);
  if (restore.told !== 'done') for (const rest of orderings(after, all)) yield [...before, ...rest];
  // It waits its turn behind changes that were asked for after it, while its backup is being read.
  const { answeredAfter } = restore;
  const passable = after.filter((step) => answeredAfter === null || all.indexOf(step) < answeredAfter).length;
  for (let passed = 0; passed <= passable; passed += 1) {
    for (const rest of orderings(after.slice(passed), all))
      yield [...before, ...after.slice(0, passed), restore, ...rest];
  }
}

/** Of changes that nobody had an answer to, a later one may be there only if the earlier ones are. */
function outOfOrder(steps: readonly Step[], isSeen: (step: Step) => boolean): string | null {
  const overwritten = new Set<string>();
  let later: number | null = null;
  for (const step of [...steps].reverse()) {
    if (step.kind === 'restore') return null;
    if (step.told !== null) continue;
    if (isSeen(step)) later ??= step.step;
    else if (later !== null && !step.writes.every(({ key }) => overwritten.has(key)))
      return `Change ${step.step} is not there although the later ${later} is`;
    for (const { key } of step.writes) overwritten.add(key);
  }
  return null;
}

export function differenceOf(expected: Holding, found: Holding): string | null {
  const keys = new Set([...expected.keys(), ...found.keys()]);
  const differences = [...keys].flatMap((key) => {
    const [one, other] = [expected.get(key), found.get(key)];
    return one === other ? [] : [`${key} is ${other ?? 'not there'} instead of ${one ?? 'not there'}`];
  });
  return differences.length === 0 ? null : `${differences.length} differ: ${differences.slice(0, 3).join('; ')}`;
}
