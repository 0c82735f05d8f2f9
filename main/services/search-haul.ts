import type { AnyRecord } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { Match } from '../search/matching';

/** One that was found, and how well. */
export interface Finding {
  readonly record: AnyRecord;
  /** Null when nothing was looked for. */
  readonly match: Match | null;
}

/** What was found of a kind, and what is known of the rest. */
export class Haul {
  readonly #findings = new Map<RecordId, Finding>();
  /** How many the index names for certain, of which not all were read; null when it does not know, or all were. */
  #named: number | null = null;
  /** Found elsewhere than in the index. */
  #beside = 0;
  #isMore = false;

  get size(): number {
    return this.#findings.size;
  }

  /** Takes in a finding, or a better match of one; `isBeside` when it is not from the index. */
  take(finding: Finding, isBeside: boolean): void {
    const known = this.#findings.get(finding.record.id);
    if (known === undefined && isBeside) this.#beside += 1;
    if (known?.match && finding.match && known.match.rank < finding.match.rank) return;
    this.#findings.set(finding.record.id, finding);
  }

  /** Not all that the index names were read; `named` is how many it names, if those are certain. */
  leaveOff(named: number | null): void {
    this.#named = named;
    if (named === null) this.#isMore = true;
  }

  /** There may be more than were counted. */
  mayBeMore(): void {
    this.#isMore = true;
  }

  get total(): number {
    return this.#named === null ? this.size : Math.max(this.size, this.#named + this.#beside);
  }

  get isAtLeast(): boolean {
    return this.#isMore;
  }

  /** The best first, and among equals the newest. */
  best(most: number): Finding[] {
    return [...this.#findings.values()]
      .sort(
        (one, other) =>
          (one.match?.rank ?? 0) - (other.match?.rank ?? 0) ||
          Number(other.record.updatedAt > one.record.updatedAt) - Number(other.record.updatedAt < one.record.updatedAt),
      )
      .slice(0, most);
  }
}
