import { useEffect } from 'react';
import { useAppEvent } from '../../lib/ipc';
import { forgetFile, takeOfferedFile, useChosenFile } from './chosen-file';
import { TakeIn } from './take-in';
import { useDroppedBundle } from './use-dropped-bundle';

/** Takes files in that are chosen in Settings, dropped onto the window, or opened from outside; nothing until one is. */
export function TakingIn() {
  const chosen = useChosenFile();
  useDroppedBundle();
  useEffect(() => {
    void takeOfferedFile();
    // Behind the lock main knows of no file any more.
    return forgetFile;
  }, []);
  useAppEvent('hand-over:offered', () => void takeOfferedFile());
  return chosen === null ? null : (
    <TakeIn key={`${chosen.name} ${chosen.bytes}`} chosen={chosen} onClose={forgetFile} />
  );
}
