import { useEffect } from 'react';
import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { StartScreen } from '@renderer/features/start';
import { writeAllBeforeClose } from '../lib/before-close';
import { call, useAppEvent, useAsk, useFreshAnswers } from '../lib/ipc';
import { useShortcutKeys } from '../lib/shortcuts';
import { useUndoKeys } from '../lib/undo-keys';
import { router } from './routes';

/** Before there is anything to work on, the start screen; after that the shell with its screens. */
export function Gate() {
  const { t } = useTranslation('shell');
  useFreshAnswers();
  useUndoKeys();
  useShortcutKeys();
  useAppEvent('closing', () => {
    // Words that could not be written hold the window open: main asks the person what to do.
    void writeAllBeforeClose().then((isAllWritten) => (isAllWritten ? call('app:closing-ready', {}) : undefined));
  });
  useEffect(() => {
    document.title = t('appName');
  }, [t]);
  const start = useAsk('start:state', {});
  if (start.error) throw start.error;
  if (start.isPending) {
    return (
      <Center h="100vh">
        <Loader aria-label={t('loading')} />
      </Center>
    );
  }
  if (start.data.kind !== 'ready') return <StartScreen state={start.data} />;
  return <RouterProvider router={router} />;
}
