import type { Failure } from '@shared/result';
import { judge, replayed } from './judging';
import type { Step } from './judging';
import type { Holding } from './labels';
import type { Said } from './said';

/** What a backup may hold: what was there when it was asked for, and perhaps changes that were under way meanwhile. */
interface KnownBackup {
  readonly base: Holding;
  readonly steps: readonly Step[];
}

/**
 * What sessions asked of a store and were told, kept by somebody whom no crash of a session harms. Whatever is found
 * that must not be is in `losses`.
 */
export class Ledger {
  #base: Holding = new Map();
  #steps: Step[] = [];
  readonly #backups = new Map<string, KnownBackup>();
  #backupBegan: { readonly base: Holding; readonly steps: readonly Step[]; readonly count: number } | null = null;
  readonly losses: string[] = [];
  /** The newest backup that was acknowledged, while it cannot have been thinned out. */
  get lastBackup(): string | null {
    return this.#restoresSince < 8 ? this.#lastBackup : null;
  }
  #lastBackup: string | null = null;
  #restoresSince = 0;
  /** The files beside the store that it has acknowledged, by their hashes. */
  readonly files = new Set<string>();
  /** The codes of what was refused. */
  readonly codes = { changes: new Set<string>(), restores: new Set<string>(), openings: new Set<string>() };
  readonly figures = {
    acknowledged: 0,
    refused: 0,
    backups: 0,
    restores: 0,
    compactions: 0,
    resealings: 0,
    openings: 0,
  };

  hear(said: Said): void {
    switch (said.say) {
      case 'found':
        this.figures.openings += 1;
        if (said.notices.length > 0) this.losses.push(`There were notices: ${JSON.stringify(said.notices)}`);
        this.#settle(judge(this.#base, this.#steps, new Map(said.holding)), said.holding);
        break;
      case 'asks':
        this.#steps.push({ kind: 'change', step: said.step, writes: said.writes, told: null });
        break;
      case 'restores': {
        this.#restoresSince += 1;
        const holding = this.quietBackup(said.backup) ?? new Map<string, string>();
        this.#steps.push({ kind: 'restore', step: said.step, holding, answeredAfter: null, told: null });
        break;
      }
      case 'done':
      case 'refused':
        this.#answered(said.step, said.say, said.say === 'refused' ? said.code : null);
        break;
      case 'holds':
        this.#compareMemory(said.holding);
        break;
      case 'backs-up':
        this.#backupBegan = { base: this.acknowledged(), steps: this.#unanswered(), count: this.#steps.length };
        break;
      case 'backed-up':
        this.figures.backups += 1;
        this.#lastBackup = said.name;
        this.#restoresSince = 0;
        this.#backedUp(said.name);
        break;
      case 'backed-up-before': {
        const before = this.#steps.findIndex(({ step }) => step === said.step);
        this.#backups.set(said.name, { base: this.acknowledged(before), steps: [] });
        break;
      }
      case 'keeps':
        this.files.add(said.sha256);
        break;
      case 'compacted':
        this.figures.compactions += 1;
        break;
      case 'wrong':
        this.losses.push(said.what);
        break;
      case 'reseals':
        this.figures.resealings += 1;
        break;
      case 'opening':
        break;
    }
  }

  /** Takes this for what a store holds, whatever was asked before. */
  startFrom(holding: Iterable<readonly [string, string]>): void {
    this.#settle(null, holding);
  }

  /** A store that does not open is wrong, unless its disk is known to have failed. */
  couldNotOpen({ code }: Failure, isDiskSound: boolean): void {
    this.codes.openings.add(code);
    if (isDiskSound) this.losses.push(`The store does not open: ${code}`);
  }

  /** What a backup holds, if it was made while nothing was being changed. */
  quietBackup(name: string): Holding | null {
    const known = this.#backups.get(name);
    return known?.steps.length === 0 ? known.base : null;
  }

  /** Judges what a backup was found to hold; null when it may. A backup of which nothing is known may hold anything. */
  judgeBackup(name: string, found: Holding): string | null {
    const known = this.#backups.get(name);
    return known === undefined ? null : judge(known.base, known.steps, found);
  }

  /** What has been acknowledged, and nothing else; of the first steps only, when their number is given. */
  acknowledged(count = this.#steps.length): Map<string, string> {
    const done = this.#steps.slice(0, count).filter(({ told }) => told === 'done');
    return replayed(this.#base, done);
  }

  #compareMemory(holding: Iterable<readonly [string, string]>): void {
    const found = new Map(holding);
    const done = this.#steps.filter(({ told }) => told === 'done');
    const wrong = judge(this.#base, done, found);
    if (wrong !== null) this.losses.push(`Memory is not what was acknowledged: ${wrong}`);
    // What was refused may still be found after a crash, so that it has to be remembered.
    if (done.length === this.#steps.length) this.#settle(null, found);
  }

  /** From here on, what was found is what counts. */
  #settle(wrong: string | null, holding: Iterable<readonly [string, string]>): void {
    if (wrong !== null) this.losses.push(wrong);
    this.#base = new Map(holding);
    this.#steps = [];
  }

  #answered(step: number, told: 'done' | 'refused', code: string | null): void {
    const found = this.#steps.find((each) => each.step === step);
    if (found === undefined) throw new Error(`Nobody asked for step ${step}`);
    found.told = told;
    if (found.kind === 'restore') found.answeredAfter = this.#steps.length;
    if (code !== null) {
      this.figures.refused += 1;
      this.codes[found.kind === 'restore' ? 'restores' : 'changes'].add(code);
    } else if (found.kind === 'restore') this.figures.restores += 1;
    else this.figures.acknowledged += 1;
  }

  #unanswered(): Step[] {
    return this.#steps.filter(({ told }) => told === null);
  }

  #backedUp(name: string): void {
    const began = this.#backupBegan;
    if (began === null) return;
    // The same steps as they stand now, taken as unanswered: the backup may have come before or after each.
    const since = [...began.steps, ...this.#steps.slice(began.count)].filter(({ told }) => told !== 'refused');
    this.#backups.set(name, { base: began.base, steps: since.map((step): Step => ({ ...step, told: null })) });
    this.#backupBegan = null;
  }
}
