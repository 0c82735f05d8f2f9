import type { ReactNode } from 'react';
import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications, notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router';
import { theme } from '@renderer/app/theme';
import { setUpWords } from '@renderer/lib/i18n';
import { makeQueryClient, useFreshAnswers } from '@renderer/lib/ipc';
import { recallPlaces } from '@renderer/lib/places';
import { useShortcutKeys } from '@renderer/lib/shortcuts';
import { useUndoKeys } from '@renderer/lib/undo-keys';

interface ScreenOptions {
  /** The address that the window is at. */
  readonly at?: string;
  /** What the window remembers from the last time. */
  readonly places?: Readonly<Record<string, string>>;
}

/** Draws part of the window with everything around it that the real window has; give it a bridge first. */
export function renderScreen(content: ReactNode, { at = '/', places = {} }: ScreenOptions = {}): RenderResult {
  setUpWords();
  recallPlaces(places);
  notifications.clean();
  return render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={makeQueryClient()}>
        <ModalsProvider>
          <Notifications />
          <MemoryRouter initialEntries={[at]}>
            <WindowKeys />
            {content}
            <Address />
          </MemoryRouter>
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

function WindowKeys(): null {
  useFreshAnswers();
  useShortcutKeys();
  useUndoKeys();
  return null;
}

/** Where the window is, for tests that go somewhere. */
function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
}
