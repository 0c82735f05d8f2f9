import type { Result } from '@shared/result';
import type { SealingWork } from '@shared/ipc/vault-channels';
import type { SealingWatch } from '../storage/reseal';

/** What is being written under another seal just now: how far it is, and how it is broken off. */
export class SealingWorks {
  #now: SealingWork | null = null;
  #stop = new AbortController();

  constructor(private readonly onChanged: () => void) {}

  get now(): SealingWork | null {
    return this.#now;
  }

  async run<V>(to: SealingWork['to'], task: (watch: SealingWatch) => Promise<Result<V>>): Promise<Result<V>> {
    const onProgress: SealingWatch['onProgress'] = (progress) => {
      this.#now = { to, ...progress };
      this.onChanged();
    };
    try {
      return await task({ signal: this.#stop.signal, onProgress });
    } finally {
      this.#now = null;
      this.onChanged();
    }
  }

  /** What runs now, and what is begun from now on, is broken off at its next step. */
  stop(): void {
    this.#stop.abort();
  }

  goOn(): void {
    this.#stop = new AbortController();
  }
}
