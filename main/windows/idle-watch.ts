/** What the watch asks and is told; times in seconds. */
export interface IdleWatchParts {
  /** How long nobody has touched this computer, as the system has it. */
  readonly systemIdle: () => number;
  /** After how long it counts as idle; null while nothing is to be watched. */
  readonly limit: () => number | null;
  readonly onIdle: () => void;
  /** Milliseconds that nobody can set. */
  readonly ticks: () => number;
}

export interface IdleWatch {
  /** Somebody used our own window just now. */
  touched(): void;
  /** Looks once; called every few seconds. */
  look(): void;
}

/** The time since anything was touched last; said once for each time of idleness. */
export function watchIdleness({ systemIdle, limit, onIdle, ticks }: IdleWatchParts): IdleWatch {
  let touchedAt = ticks();
  // Some desktops do not tell, and always say 0: such an answer must not keep everything open for ever.
  let doesSystemTell = false;
  return {
    touched() {
      touchedAt = ticks();
    },
    look() {
      const system = systemIdle();
      doesSystemTell ||= system > 0;
      const own = (ticks() - touchedAt) / 1000;
      const idle = doesSystemTell ? Math.min(system, own) : own;
      const longest = limit();
      if (longest !== null && idle >= longest) onIdle();
    },
  };
}
