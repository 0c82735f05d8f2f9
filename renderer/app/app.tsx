import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/noto-sans-hk/index.css';
import '@fontsource-variable/noto-sans-sc/index.css';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './app.css';
import { useState } from 'react';
import { MantineProvider } from '@mantine/core';
import type { MantineColorScheme } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { makeQueryClient } from '../lib/ipc';
import { calendarWords } from './calendar-words';
import { ErrorBoundary } from './error-boundary';
import { Gate } from './gate';
import { cssVariables, theme } from './theme';

/** Everything that the screens stand on. */
export function App({ colourScheme }: { readonly colourScheme: MantineColorScheme }) {
  const { t, i18n } = useTranslation('actions');
  const [queryClient] = useState(makeQueryClient);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme={colourScheme}>
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <DatesProvider settings={{ locale: calendarWords(i18n.language), firstDayOfWeek: 1 }}>
            <ModalsProvider labels={{ confirm: t('done'), cancel: t('cancel') }}>
              <Notifications position="bottom-center" limit={4} zIndex={1000} />
              <Gate />
            </ModalsProvider>
          </DatesProvider>
        </QueryClientProvider>
      </ErrorBoundary>
    </MantineProvider>
  );
}
