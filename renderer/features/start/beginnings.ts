import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDo, useForgetAll } from '../../lib/ipc';
import { notifyDone } from '../../lib/notices';
import { paths } from '../../lib/paths';

/** The three ways to begin. */
export type Beginning = 'sample' | 'empty' | 'restore';

/** Begins in one of the three ways, and lets the window in when it is done. */
export function useBeginnings() {
  const { t } = useTranslation('start');
  const [running, setRunning] = useState<Beginning | null>(null);
  const sample = useDo('start:explore-sample');
  const empty = useDo('start:empty');
  const restore = useDo('start:restore-backup');
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
    const restored = await restore.run({});
    if (!restored.ok || restored.value === null) return false;
    notifyDone(t('restored', { count: restored.value.records }));
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
