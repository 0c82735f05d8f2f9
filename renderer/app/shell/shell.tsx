import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { CaptureDialog, captureKeys } from '@renderer/features/capture';
import { TakingIn } from '@renderer/features/hand-over';
import { KeptDrafts } from '@renderer/features/lock';
import { isRoomPath, meetingNowKeys, useOpenMeetingNow } from '@renderer/features/meeting-mode';
import { SearchDialog } from '@renderer/features/search';
import { StoreNotices } from '@renderer/features/start';
import { syncKeys, useSyncNow } from '@renderer/features/sync';
import type { MenuCommand } from '@shared/ipc/events';
import { useFoundWords } from '../../lib/found-words';
import { useAppEvent } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { isDialogOpen, useShortcuts } from '../../lib/shortcuts';
import { ErrorBoundary } from '../error-boundary';
import { useRememberedPlace } from './last-place';
import { Navigation } from './navigation';
import { mainPlaces } from './places';
import { ShortcutSheet } from './shortcut-sheet';
import { useCommands } from './use-commands';
import classes from './shell.module.css';

const menuPaths: Partial<Record<MenuCommand, string>> = {
  'new-trip': paths.newTrip,
  'new-follow-up': paths.newFollowUp,
  'new-person': paths.newPerson,
  'new-organisation': paths.newOrganisation,
  'go-today': paths.today,
  'go-trips': paths.trips,
  'go-organisations': paths.organisations,
  'go-people': paths.people,
  'go-follow-ups': paths.followUps,
  'go-search': paths.search(),
  'go-settings': paths.settings,
  'go-trash': paths.trash,
};

/** The keys that the menu shows; the page listens to them, so that a text field can have its own. */
const newRecords = [
  { type: 'trip', keys: 'mod+shift+n', to: paths.newTrip },
  { type: 'follow-up', keys: 'mod+shift+f', to: paths.newFollowUp },
  { type: 'person', keys: 'mod+shift+p', to: paths.newPerson },
  { type: 'organisation', keys: 'mod+shift+o', to: paths.newOrganisation },
] as const;

/** The frame around every screen: the way to each place on the left, the screen on the right. */
export function Shell() {
  const { t } = useTranslation(['shell', 'terms', 'room', 'capture', 'sync']);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [isSheetShown, setSheetShown] = useState(false);
  const [isCapturing, setCapturing] = useState(false);
  const [isSearching, setSearching] = useState(false);
  const openMeetingNow = useOpenMeetingNow();
  const { syncNow } = useSyncNow();
  const goToMeeting = useCallback(() => {
    // What was typed into them is kept: the line of the capture by itself, other words as drafts.
    setCapturing(false);
    setSheetShown(false);
    setSearching(false);
    openMeetingNow();
  }, [openMeetingNow]);
  const isRoom = isRoomPath(pathname);
  const go = useCallback((to: string) => void navigate(to), [navigate]);

  useRememberedPlace();
  useFoundWords();
  useFocusInContent(pathname);
  useAppEvent('menu', ({ command }) => {
    if (command === 'keyboard-shortcuts') setSheetShown(true);
    if (command === 'find') setSearching(true);
    if (command === 'meeting-now' && !isRoom) goToMeeting();
    if (command === 'capture-person' && !isRoom) setCapturing(true);
    const to = menuPaths[command];
    if (to !== undefined && !isDialogOpen()) go(to);
  });
  useShortcuts(
    useMemo(
      () => [
        ...mainPlaces.map(({ name, to }, index) => ({
          keys: `mod+${index + 1}`,
          label: t('shortcuts.goTo', { place: t(`places.${name}`) }),
          run: () => go(to),
        })),
        ...newRecords.map(({ type, keys, to }) => ({
          keys,
          label: t('shortcuts.new', { record: t(`terms:record.${type}`) }),
          run: () => go(to),
        })),
        {
          keys: 'mod+,',
          label: t('shortcuts.goTo', { place: t('places.settings') }),
          run: () => go(paths.settings),
        },
        ...meetingNowKeys.map((keys) => ({
          keys,
          label: t('room:openHint'),
          isHeardOverDialogs: true,
          run: goToMeeting,
        })),
        ...captureKeys.map((keys) => ({
          keys,
          label: t('capture:shortcut'),
          isHeardOverDialogs: true,
          run: () => setCapturing(true),
        })),
        { keys: syncKeys, label: t('sync:now'), run: () => void syncNow() },
        { keys: 'mod+k', label: t('shortcuts.search'), isHeardOverDialogs: true, run: () => setSearching(true) },
        { keys: '?', label: t('shortcuts.sheet'), run: () => setSheetShown(true) },
        { keys: 'mod+/', label: t('shortcuts.sheet'), run: () => setSheetShown(true) },
        // It is heard before anything else (`useLocking`); here it only stands in the list.
        { keys: 'mod+l', label: t('shortcuts.lock'), run: () => undefined },
      ],
      [go, goToMeeting, syncNow, t],
    ),
  );

  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content" onClick={skipToContent}>
        {t('skipToContent')}
      </a>
      {!isRoom && <Navigation onShortcuts={() => setSheetShown(true)} />}
      <main id="content" tabIndex={-1} className={classes.content}>
        <StoreNotices />
        {!isRoom && <KeptDrafts />}
        <ErrorBoundary place={pathname}>
          <Outlet />
        </ErrorBoundary>
      </main>
      {isCapturing && <CaptureDialog onClose={() => setCapturing(false)} />}
      {isSearching && (
        <SearchFromHere
          onClose={() => setSearching(false)}
          onLeave={() => {
            setCapturing(false);
            setSheetShown(false);
          }}
        />
      )}
      <TakingIn />
      <ShortcutSheet isShown={isSheetShown} onClose={() => setSheetShown(false)} />
    </div>
  );
}

type FromHere = Omit<React.ComponentProps<typeof SearchDialog>, 'commands'>;

/** What can be done here is asked for only while the box is open. */
function SearchFromHere(props: FromHere) {
  return <SearchDialog {...props} commands={useCommands()} />;
}

/** A screen that is gone takes its focus with it; the next Tab then begins at the new screen and not at the top. */
function useFocusInContent(pathname: string): void {
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
  }, [pathname]);
}

/** The hash of the address is the router's, so the link moves the focus itself. */
function skipToContent(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
