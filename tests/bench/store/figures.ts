import type { StoreName } from './contestants/contestant';
import type { Everything, Measured } from './schedule';
import { median, quantile, ratio, ratioByRound } from './statistics';
import type { Figure } from './statistics';

type Round = number | undefined;

/** What one store came to, as ratios: to what is named, or to itself at another size. */
export interface StoreFigures {
  readonly store: StoreName;
  readonly changeGrowth: Figure;
  readonly changeOverSqlite: Figure;
  readonly p99OverP50: Figure;
  readonly p99OverSqlite: Figure;
  readonly togetherFaster: Figure;
  readonly openOverParse: readonly Figure[];
  readonly openGrowth: Figure;
  readonly importOverSqlite: Figure;
  readonly memoryOverRaw: Figure;
  readonly memoryPeak: Figure;
  readonly diskOverRaw: Figure;
}

/** What the whole run came to. */
export class Figures {
  readonly #byName: ReadonlyMap<string, Measured>;
  readonly #smallest: number;
  readonly #largest: number;

  constructor(
    private readonly everything: Everything,
    private readonly sizes: readonly number[],
  ) {
    this.#byName = new Map(everything.measured.map((each) => [`${each.store} ${each.size}`, each]));
    this.#smallest = Math.min(...sizes);
    this.#largest = Math.max(...sizes);
  }

  ofStore(store: StoreName): StoreFigures {
    const large = this.#of(store);
    const sqlite = this.#of('sqlite');
    const raw = this.everything.raw.get(this.#largest);
    return {
      store,
      changeGrowth: ratioByRound(p50s(large), p50s(this.#of(store, this.#smallest))),
      changeOverSqlite: ratioByRound(p50s(large), p50s(sqlite)),
      p99OverP50: ratio(p99(large), quantile(times(large), 0.5)),
      p99OverSqlite: ratio(p99(large), p99(sqlite)),
      togetherFaster: median(large?.bursts.map(({ oneByOne, together }) => oneByOne / together) ?? []),
      openOverParse: this.sizes.map((size) => this.#openOverParse(store, size)),
      openGrowth: ratioByRound(large?.opens, this.#of(store, this.#secondLargest)?.opens),
      importOverSqlite: ratioByRound(large?.imports, sqlite?.imports),
      memoryOverRaw: ratio(large?.memoryAfterOpening, raw?.bytes),
      memoryPeak: ratio(large?.memoryPeak, large?.memoryAfterOpening),
      diskOverRaw: ratio(large?.diskFilled, raw?.bytes),
    };
  }

  /** The last line that is printed, by the names that the issue gives. */
  summary(): Readonly<Record<string, Figure>> {
    const ours = this.ofStore('attache');
    const soak = this.everything.soaks.find(({ size }) => size === this.#largest)?.report;
    const label = `${this.#largest / 1000}k`;
    const second = `${this.#secondLargest / 1000}k`;
    const p50 = (store: StoreName, size?: number): Round[] => p50s(this.#of(store, size));
    const inMicroseconds = median(p50('attache', this.#smallest));
    const figures: Record<string, Figure> = {
      [`update_p50_${label}_over_${this.#smallest / 1000}k`]: ours.changeGrowth,
      [`update_p50_vs_lowdb_${label}`]: ratioByRound(p50('attache'), p50('lowdb')),
      [`update_p50_vs_sqlite_full_${label}`]: ours.changeOverSqlite,
      [`open_${label}_vs_json_parse`]: this.#openOverParse('attache', this.#largest),
      [`max_stall_ms_${label}`]:
        soak === undefined ? null : Math.max(...Object.values(soak.stalls).map(({ own }) => own)),
      locked_over_unlocked_p50: ratioByRound(p50('locked'), p50('attache')),
      [`update_p50_${this.#smallest / 1000}k_us`]: inMicroseconds === null ? null : inMicroseconds * 1000,
      [`update_p99_vs_sqlite_full_${label}`]: ours.p99OverSqlite,
      burst_200_times_faster: ours.togetherFaster,
      [`open_${label}_over_${second}`]: ours.openGrowth,
      [`max_stall_with_others_ms_${label}`]:
        soak === undefined ? null : Math.max(...Object.values(soak.stalls).map(({ whole }) => whole)),
      peak_memory_ratio: soak === undefined ? null : soak.memoryPeak / soak.memoryAfterOpening,
      disk_over_raw: soak?.diskOverRaw ?? null,
      write_amplification: soak?.writeAmplification ?? null,
      import_vs_sqlite: ours.importOverSqlite,
    };
    return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, rounded(figure)]));
  }

  get #secondLargest(): number {
    return Math.max(...this.sizes.filter((size) => size !== this.#largest));
  }

  #of(store: StoreName, size = this.#largest): Measured | undefined {
    return this.#byName.get(`${store} ${size}`);
  }

  #openOverParse(store: StoreName, size: number): Figure {
    return ratioByRound(this.#of(store, size)?.opens, this.everything.raw.get(size)?.parses);
  }
}

function p50s(measured: Measured | undefined): Round[] {
  return (measured?.turns ?? []).map((turn) => (turn === undefined ? undefined : (quantile(turn, 0.5) ?? undefined)));
}

function times(measured: Measured | undefined): number[] {
  return (measured?.turns ?? []).flatMap((turn) => turn ?? []);
}

function p99(measured: Measured | undefined): Figure {
  return quantile(times(measured), 0.99);
}

function rounded(figure: Figure): Figure {
  return figure === null ? null : Number(figure.toPrecision(3));
}
