import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Answer, Ask, TrialCall, TrialPlace, TrialReply } from './trial-words';

/** A process that holds one store; the bench asks it one thing at a time. */
export class Trial {
  readonly #child: ChildProcess;

  constructor(
    program: string,
    readonly place: TrialPlace,
    nodeOptions: readonly string[],
  ) {
    this.#child = fork(program, [JSON.stringify(place)], { execArgv: [...nodeOptions] });
  }

  ask<C extends TrialCall>(call: C, ask: Ask<C>): Promise<Answer<C>> {
    const { store, size } = this.place;
    return new Promise((resolve, reject) => {
      const ended = (): void => {
        reject(new Error(`The process of ${store} with ${size} records ended while it was asked: ${call}`));
      };
      this.#child.once('exit', ended);
      this.#child.once('message', (said: TrialReply) => {
        this.#child.off('exit', ended);
        if ('answer' in said) resolve(said.answer as Answer<C>);
        else reject(new Error(`${store} with ${size} records broke off (${call}): ${said.broke}`));
      });
      this.#child.send({ call, ask });
    });
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.disconnect();
    await gone;
  }
}
