import type { ServerResponse } from 'node:http';

/** What a server or what stands before it can do to one request. */
export type Fault =
  /** The connection is lost before the server has done anything, or after it has done all. */
  | { readonly kind: 'lost'; readonly when: 'before' | 'after' }
  | { readonly kind: 'frozen' }
  /** Half the answer: then nothing; or the end of the connection; or, as if it were whole, the end of the answer. */
  | { readonly kind: 'half'; readonly then: 'silence' | 'broken' | 'ended' }
  | { readonly kind: 'endless' }
  /** Somebody else's answer. */
  | { readonly kind: 'answer'; readonly status: number; readonly type: string; readonly body: string }
  | { readonly kind: 'elsewhere'; readonly location: string };

export const hotelPage: Fault = {
  kind: 'answer',
  status: 200,
  type: 'text/html; charset=utf-8',
  body: '<!doctype html><title>Welcome</title><p>Please sign in with your room number.</p>',
};

interface Plan {
  readonly fault: Fault;
  readonly path: RegExp;
  /** How many fitting requests pass before. */
  after: number;
  /** How many it happens to. */
  times: number;
}

/** Faults that are waiting for the requests they are meant for. */
export class Faults {
  #plans: Plan[] = [];

  plan(fault: Fault, { path = /./, after = 0, times = 1 }: Partial<Omit<Plan, 'fault'>> = {}): void {
    this.#plans.push({ fault, path, after, times });
  }

  none(): void {
    this.#plans = [];
  }

  /** `request`: method and path. */
  of(request: string): Fault | null {
    for (const plan of this.#plans) {
      if (!plan.path.test(request) || plan.times === 0) continue;
      if (plan.after > 0) {
        plan.after -= 1;
        continue;
      }
      plan.times -= 1;
      return plan.fault;
    }
    return null;
  }
}

/** Does to an answer what a fault says; null when the answer goes out as it is. */
export function spoiled(fault: Fault | null, response: ServerResponse, body: Uint8Array): true | null {
  switch (fault?.kind) {
    case 'lost':
      response.destroy();
      return true;
    case 'half': {
      const half = body.subarray(0, Math.floor(body.length / 2));
      if (fault.then === 'ended') response.end(half);
      else response.setHeader('content-length', body.length).write(half);
      if (fault.then === 'broken') setImmediate(() => response.destroy());
      return true;
    }
    case 'endless':
      endlessly(response);
      return true;
    default:
      return null;
  }
}

function endlessly(response: ServerResponse): void {
  const more = Buffer.alloc(64_000, ' ');
  const go = (): void => {
    while (!response.destroyed) if (!response.write(more)) return;
  };
  response.on('drain', go);
  go();
}
