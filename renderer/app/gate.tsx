import { useEffect } from 'react';
import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { Cover, UnlockScreen, useLocking } from '@renderer/features/lock';
import { StartScreen } from '@renderer/features/start';
import { isKeptOpen, writeAllBeforeClose } from '../lib/before-close';
import { call, useAppEvent, useAsk, useFreshAnswers, whenAnswered } from '../lib/ipc';
import { useShortcutKeys } from '../lib/shortcuts';
import { useUndoKeys } from '../lib/undo-keys';
import { router } from './routes';

/** Words that could not be written, and a form with unsaved input, hold the window open. */
async function answerClosing(): Promise<void> {
  // What is on its way to main may yet be refused, and then waits to be written again.
  await whenAnswered();
  const isAllWritten = await writeAllBeforeClose();
  if (!isAllWritten) await call('app:closing-kept', { because: 'unwritten' });
  else if (isKeptOpen()) await call('app:closing-kept', { because: 'form' });
  else await call('app:closing-ready', {});
}

/** What every screen stands behind: keys that work everywhere, and what is written before the window goes. */
export function Gate() {
  const { t } = useTranslation('shell');
  useFreshAnswers();
  useUndoKeys();
  useShortcutKeys();
  useLocking();
  useAppEvent('closing', () => {
    void answerClosing();
  });
  useEffect(() => {
    document.title = t('appName');
  }, [t]);
  return (
    <>
      <Inside />
      <Cover />
    </>
  );
}

/** The locked screen, the first screen, or the shell. */
function Inside() {
  const { t } = useTranslation('shell');
  const start = useAsk('start:state', {});
  if (start.error) throw start.error;
  if (start.isPending) {
    return (
      <Center h="100vh">
        <Loader aria-label={t('loading')} />
      </Center>
    );
  }
  if (start.data.kind === 'locked') return <UnlockScreen />;
  if (start.data.kind !== 'ready') return <StartScreen state={start.data} />;
  return <RouterProvider router={router} />;
}
