import { setImmediate } from 'node:timers/promises';
import type { Chance } from './chance';
import type { Session } from './session';

/** One thing that an officer does; `reopen` is for whoever holds the session. */
export type Deed =
  | { readonly do: 'change'; readonly records: number; readonly length: number }
  | { readonly do: 'burst'; readonly changes: number; readonly length: number }
  | { readonly do: 'keep-file'; readonly length: number }
  | { readonly do: 'back-up' }
  | { readonly do: 'back-up-amid'; readonly changes: number; readonly length: number }
  | { readonly do: 'restore' }
  | { readonly do: 'restore-amid'; readonly changes: number; readonly length: number }
  | { readonly do: 'compact' }
  /** Writes everything anew, readable where it was sealed and sealed where it was readable. */
  | { readonly do: 'reseal' }
  | { readonly do: 'pause'; readonly turns: number };

export async function perform(session: Session, deed: Deed): Promise<void> {
  switch (deed.do) {
    case 'change':
      return session.change(deed.records, deed.length);
    case 'burst':
      return session.burst(deed.changes, deed.length);
    case 'keep-file':
      return session.keepFile(deed.length);
    case 'back-up':
      return session.backUp();
    case 'back-up-amid':
      return session.backUp(() => session.burst(deed.changes, deed.length));
    case 'restore':
      return session.restore();
    case 'restore-amid':
      // What is there may not be there any more when the change's turn comes, so that these only add.
      return session.restore(() => session.burst(deed.changes, deed.length, true));
    case 'compact':
      return session.compact();
    case 'reseal':
      return session.reseal();
    case 'pause':
      for (let turn = 0; turn < deed.turns; turn += 1) await setImmediate();
  }
}

/** What somebody does next who writes most of the time. */
export function nextDeed(chance: Chance): Deed {
  const length = chance.pick([20, 300, 300, 700, 3000, 9000]);
  const at = chance.below(102);
  if (at < 50) return { do: 'change', records: 1 + chance.below(4), length };
  if (at < 72) return { do: 'burst', changes: 2 + chance.below(12), length };
  if (at < 80) return { do: 'keep-file', length };
  if (at < 86) return { do: 'back-up' };
  if (at < 90) return { do: 'back-up-amid', changes: 1 + chance.below(5), length };
  if (at < 94) return { do: 'restore' };
  if (at < 96) return { do: 'restore-amid', changes: 1 + chance.below(3), length };
  if (at < 98) return { do: 'pause', turns: chance.below(20) };
  return at < 100 ? { do: 'compact' } : { do: 'reseal' };
}
