import { useState } from 'react';
import { openTripFolder } from '@renderer/features/travel';
import { useDo, useForgetAll } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { useRestore } from '../settings';

/** The ways to begin. */
export type Beginning = 'sample' | 'empty' | 'travel' | 'restore';

/** Begins in one of these ways, and lets the window in when it is done. */
export function useBeginnings() {
  const [running, setRunning] = useState<Beginning | null>(null);
  const sample = useDo('start:explore-sample');
  const empty = useDo('start:empty');
  const { restoreFile } = useRestore();
  const forgetAll = useForgetAll();

  /** Whether it has begun. */
  const attempt = async (choice: Beginning, name: string): Promise<boolean> => {
    if (choice === 'sample') {
      const made = await sample.run({ name });
      if (made.ok) goTo(paths.trip(made.value.tripId));
      return made.ok;
    }
    if (choice === 'empty') {
      const begun = await empty.run({ name });
      if (begun.ok) goTo(paths.today);
      return begun.ok;
    }
    if (!(await (choice === 'travel' ? openTripFolder() : restoreFile()))) return false;
    goTo(paths.today);
    return true;
  };

  const begin = async (choice: Beginning, name: string): Promise<void> => {
    setRunning(choice);
    if (await attempt(choice, name)) await forgetAll();
    setRunning(null);
  };
  return { begin, running };
}

/** The screens and their router are not there yet, so the place is left in the address for them. */
function goTo(path: string): void {
  window.location.hash = path;
}
