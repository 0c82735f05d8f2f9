/** What the page answers when it was asked to write before locking. */
export interface Locking {
  /** Locks as soon as everything is written. */
  ask(): void;
  /** Everything is on the disk. Answers whether it is locked now. */
  onReady(place: string | null): Promise<boolean>;
  /** Words could not be written: it is not locked, and tried again. */
  onKept(): void;
}

export interface LockingParts {
  /** Whether there is anything open that a passphrase protects. */
  readonly isLockable: () => boolean;
  /** Whether the page is there and can answer; one that died has nothing left to write. */
  readonly canAnswer: () => boolean;
  readonly askToWrite: () => void;
  readonly lock: (place: string | null) => Promise<boolean>;
}

/** In milliseconds, after words could not be written or the page did not answer. */
const again = 5000;

/** Never locks over words that are not on the disk: it asks, and asks again until they are. */
export function lockWhenWritten({ isLockable, canAnswer, askToWrite, lock }: LockingParts): Locking {
  let timer: NodeJS.Timeout | undefined;
  const ask = (): void => {
    clearTimeout(timer);
    if (!isLockable()) return;
    if (!canAnswer()) {
      void lock(null);
      return;
    }
    askToWrite();
    timer = setTimeout(ask, again);
  };
  return {
    ask,
    async onReady(place) {
      clearTimeout(timer);
      return lock(place);
    },
    onKept() {
      clearTimeout(timer);
      timer = setTimeout(ask, again);
    },
  };
}
