import { useState } from 'react';
import { z } from 'zod';
import { conflictChoices } from '@shared/ipc/sync-channels';
import { draftOf, forgetDraft, recalled, useDraftPart } from '../../lib/drafts';
import type { Keepable } from '../../lib/drafts';
import { seenAt } from './points';
import type { Decision, Point } from './points';
import type { RecordName } from './use-conflicts';

type Decisions = Readonly<Record<string, Decision>>;

const decisionsSchema = z.record(
  z.string(),
  z.object({ choice: z.enum(conflictChoices), anew: z.string().nullable(), seen: z.string() }),
);
const part = 'decisions';

/** What was chosen and written, record by record, for as long as the window is open. */
const keptHere = new Map<string, Decisions>();

/** The same, as what a form keeps. */
function keepable(decisions: Decisions): Keepable {
  return Object.fromEntries(Object.entries(decisions).map(([key, decision]) => [key, { ...decision }]));
}

export interface DecisionDesk {
  /** What was decided about a point as it reads now. */
  readonly at: (point: Point) => Decision | undefined;
  /** What was decided there, even when somebody has changed it since. */
  readonly keptAt: (key: string) => Decision | undefined;
  /** Words written about what is not a point any more. */
  readonly leftOver: (points: readonly Point[]) => readonly { readonly path: string; readonly words: string }[];
  readonly decide: (decisions: Decisions) => void;
  /** Everything is settled. */
  readonly forget: () => void;
}

/**
 * What a person has decided about one record, until it is settled. It is there again after a look elsewhere, and words
 * that were written anew are kept like those of any form when Attaché is locked.
 */
export function useDecisions({ type, id }: RecordName): DecisionDesk {
  const name = draftOf('conflict', type, id);
  const [decisions, setDecisions] = useState<Decisions>(() => {
    const before = decisionsSchema.safeParse(recalled(name)?.[part]);
    return keptHere.get(name) ?? (before.success ? before.data : {});
  });
  useDraftPart(name, part, () => (Object.keys(decisions).length === 0 ? undefined : keepable(decisions)));
  const replace = (next: Decisions): void => {
    keptHere.set(name, next);
    setDecisions(next);
  };

  return {
    at: (point) => {
      const decision = decisions[point.key];
      return decision?.seen === seenAt(point) ? decision : undefined;
    },
    keptAt: (key) => decisions[key],
    leftOver: (points) => {
      const keys = new Set(points.map(({ key }) => key));
      return Object.entries(decisions).flatMap(([key, { choice, anew }]) =>
        keys.has(key) || choice !== 'anew' || anew === null ? [] : [{ path: key.replace(/#\d+$/, ''), words: anew }],
      );
    },
    decide: (made) => replace({ ...decisions, ...made }),
    forget: () => {
      keptHere.delete(name);
      setDecisions({});
      void forgetDraft(name);
    },
  };
}
