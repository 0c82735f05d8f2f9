import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Menu, app, dialog, ipcMain, nativeTheme, powerMonitor, protocol } from 'electron';
import { instantOf, timeZoneHere, wallClockAt } from '@shared/dates';
import type { AppEvent } from '@shared/ipc/events';
import type { LanguageChoice } from '@shared/languages';
import { logBroken } from './error-log';
import { printScheme } from './export/print/scheme';
import { closedAnswers, lockedAnswers, officeHandlers } from './ipc';
import { languageNow } from './ipc/language';
import type { LanguageParts } from './ipc/language';
import { answerCalls } from './ipc/router';
import type { Answers } from './ipc/router';
import { readAttachment } from './services/attachments';
import { goOnEmptying } from './services/emptying';
import { folderNames } from './services/folder-names';
import type { Office } from './services/office';
import type { Protection } from './services/protection';
import { openDocumentMaker } from './services/documents/maker';
import { Session } from './services/session';
import type { Stage } from './services/session';
import { TravelDesk } from './services/travel';
import { threadedLock } from './sync/bundle/threaded-lock';
import { appScheme, isOwnPage, serveApp } from './windows/app-protocol';
import type { StoredFile } from './windows/app-protocol';
import { askWhetherToClose } from './windows/closing-question';
import { closeWhenWritten } from './windows/closing';
import type { Closing } from './windows/closing';
import { answeredDialogs, systemDialogs } from './windows/dialogs';
import { emptyAndBeginAnew, tellUnfinished } from './windows/emptying';
import { openFileDesk } from './windows/file-desk';
import { handOverDialogs } from './windows/hand-over-dialogs';
import { watchOfferedFiles } from './windows/offered-files';
import { keepOpenedFiles } from './windows/opened-files';
import { watchIdleness } from './windows/idle-watch';
import type { IdleWatch } from './windows/idle-watch';
import { systemKeychain } from './windows/keychain';
import { lockWhenWritten } from './windows/locking';
import type { Locking } from './windows/locking';
import { openMainWindow } from './windows/main-window';
import { officePeer } from './windows/office-line';
import type { MainWindow } from './windows/main-window';
import { menuTemplate } from './windows/menu';
import { denyLeaving, keepOffline, windowSession } from './windows/security';
import { speak, wordsOf } from './words';

const outFolder = join(__dirname, '..');
const clock = () => instantOf(Date.now());
const today = () => wallClockAt(clock(), timeZoneHere()).day;
/** In milliseconds: how often it is looked whether anybody is there. */
const lookEvery = 5000;

// The product's name would stand in the user agent, and a header with an é in it is refused by our own scheme's handler.
app.userAgentFallback = `Chrome/${process.versions.chrome}`;
protocol.registerSchemesAsPrivileged([appScheme, printScheme]);
// Chromium's own errands (component updates, network time, …) are requests that nobody set up.
app.commandLine.appendSwitch('disable-background-networking');
app.commandLine.appendSwitch('disable-component-update');

const folders = { userData: app.getPath('userData'), data: join(app.getPath('userData'), 'data') };

if (app.requestSingleInstanceLock()) {
  // Now, before Chromium opens its own files.
  const unfinished = goOnEmptying(folders);
  denyLeaving(app);
  app
    .whenReady()
    .then(() => (unfinished === null ? start() : tellUnfinished(unfinished)))
    .catch((cause: unknown) => {
      giveUp(cause);
    });
} else {
  // The first instance is told and comes to the front.
  app.quit();
}

async function start(): Promise<void> {
  const folder = folders.data;
  const onBroken = (cause: unknown): void => {
    logBroken('vault', cause);
  };
  const onChanged = (): void => {
    tell({ kind: 'vault' });
  };
  const searching = {
    threadFile: join(outFolder, 'main/search-thread.js'),
    onReady: () => {
      tell({ kind: 'search:ready' });
    },
    onOddity: (what: string) => {
      process.stderr.write(`[attache] search: ${what}\n`);
    },
  };
  const sync = {
    peerAt: officePeer,
    lock: threadedLock(join(outFolder, 'main/bundle-thread.js')),
    onChanged: () => {
      tell({ kind: 'sync' });
    },
    onBroken: (cause: unknown) => {
      logBroken('sync', cause);
    },
  };
  const keeping = { searching, sync, folder, clock, newId: randomUUID, keychain: systemKeychain, onChanged, onBroken };
  const session = await Session.start(keeping);

  const shown: { main: MainWindow | null } = { main: null };
  let closing: Closing = { onReady: () => undefined, onKept: () => undefined };
  function tell(event: AppEvent): void {
    shown.main?.send(event);
    // Who waits for a long copy is not away: locking would break it off.
    if (event.kind === 'travel:progress' || event.kind === 'hand-over:progress') idle.touched();
  }
  const dialogs =
    process.env['ATTACHE_E2E'] === '1' && process.env['ATTACHE_SAVE_TO'] !== undefined
      ? answeredDialogs(process.env['ATTACHE_SAVE_TO'], process.env['ATTACHE_OPEN'])
      : systemDialogs(() => {
          const window = shown.main?.current();
          if (window === undefined) throw new Error('A dialog was asked for without a window.');
          return window;
        });
  const fileOf = async (id: string): Promise<StoredFile | undefined> => {
    if (session.stage.kind !== 'open') return undefined;
    const { context, blobs } = session.stage.office;
    const found = await readAttachment(context, blobs, id);
    return found.ok ? { bytes: found.value.bytes, mime: found.value.record.mime } : undefined;
  };
  // Within the data folder, so that it goes when this computer is emptied.
  const openedFiles = keepOpenedFiles(join(folder, 'opened'), randomUUID);
  // What a crash left.
  await openedFiles.removeAll();
  const inMemory = windowSession();
  keepOffline(inMemory);
  serveApp(inMemory.protocol, join(outFolder, 'renderer'), fileOf);

  const showColours = (): void => {
    const colourScheme = session.settings?.get().colourScheme ?? 'auto';
    nativeTheme.themeSource = colourScheme === 'auto' ? 'system' : colourScheme;
  };
  const locking = lockWhenWritten({
    isLockable: () => session.stage.kind === 'open' && session.stage.protection.isOn,
    canAnswer: () => {
      const contents = shown.main?.current()?.webContents;
      return contents !== undefined && !contents.isCrashed() && !contents.isLoadingMainFrame();
    },
    askToWrite: () => {
      tell({ kind: 'locking' });
    },
    lock: (place) => session.lock(place),
  });
  const showMenuHere = (): void => {
    showMenu(tell, () => void openFileDesk(dialogs, folder, openedFiles).showDataFolder());
  };
  let unwrittenLanguage: LanguageChoice = 'system';
  const language: LanguageParts = {
    settings: () => session.settings,
    preferred: () => app.getPreferredSystemLanguages(),
    unwritten: () => unwrittenLanguage,
    onChosen: (chosen) => {
      unwrittenLanguage = chosen;
      speak(languageNow(language).shown);
      showMenuHere();
    },
  };
  speak(languageNow(language).shown);
  const around = {
    tell,
    session,
    language,
    locking,
    suggestedName,
    about: () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      folder,
    }),
    closing: {
      onReady: () => closing.onReady(),
      onKept: (because: 'form' | 'unwritten') => closing.onKept(because),
    },
    onSettingsChanged: showColours,
  };
  const empty = (isStillSo: () => Promise<boolean>): Promise<void> =>
    emptyAndBeginAnew({ close: () => session.close(), isStillSo, folders });
  const offeredFiles = watchOfferedFiles(app, ipcMain, {
    isTrusted: (contents) => contents === shown.main?.current()?.webContents,
    onOffered: () => {
      tell({ kind: 'hand-over:offered' });
    },
  });
  /** What is made here for an open folder is all that holds on to it: the next stage lets go of it. */
  const answersAt = (stage: Stage): Answers => {
    if (stage.kind === 'locked' || stage.kind === 'locking') return lockedAnswers(around);
    const desk = openFileDesk(dialogs, folder, openedFiles);
    if (stage.kind === 'closed') return closedAnswers(stage.closed, { ...around, desk });
    const { office, protection } = stage;
    const templatesFolder = join(outFolder, 'templates');
    const documents = openDocumentMaker({
      reader: office.context.store,
      fileOf,
      fontsFolder: join(outFolder, 'fonts'),
      binderFile: join(outFolder, 'main/binder-thread.js'),
      typesetterFile: join(outFolder, 'main/typesetting-thread.js'),
      today,
      tell,
      onBroken: (cause) => {
        logBroken('document', cause);
      },
    });
    const adopt: Protection['adopt'] = (keys, how) => protection.adopt(keys, how);
    const handOver = handOverDialogs(dialogs, today, () => offeredFiles.take());
    const travelDesk = new TravelDesk({ office, adopt, names: folderNames(today) });
    tellChanges(office, tell);
    return {
      handlers: officeHandlers(office, { ...around, desk, documents, templatesFolder, travelDesk, handOver, empty }),
    };
  };
  let answers = answersAt(session.stage);
  session.onStage((stage) => {
    answers = answersAt(stage);
    if (stage.kind === 'locking' || stage.kind === 'locked') void openedFiles.removeAll();
    if (stage.kind === 'locked') {
      shown.main?.replace();
      void inMemory.clearCache();
    }
  });
  showColours();
  answerCalls(ipcMain, () => answers, {
    trusted: () => shown.main?.current()?.webContents,
    isOwnPage,
    onBroken: logBroken,
  });

  showMenuHere();
  const idle = watchIdleness({
    systemIdle: () => powerMonitor.getSystemIdleTime(),
    limit: () => {
      const minutes = session.settings?.get().lockAfterMinutes ?? 0;
      return minutes === 0 ? null : minutes * 60;
    },
    onIdle: () => {
      locking.ask();
    },
    ticks: () => performance.now(),
  });
  shown.main = openMainWindow({
    preload: join(outFolder, 'preload', 'index.js'),
    title: app.getName(),
    session: inMemory,
    placement: () => session.settings?.get().window ?? null,
    remember: (placement) => void session.settings?.update({ window: placement }),
    onOpened: (window) => {
      closing = closeWhenWritten(
        window,
        () => {
          tell({ kind: 'closing' });
        },
        () => askWhetherToClose(window),
      );
      window.webContents.on('input-event', () => {
        idle.touched();
      });
    },
    onClosed: () => {
      // The last save is durable before the process ends.
      void Promise.allSettled([session.close(), openedFiles.removeAll()]).finally(() => {
        app.exit(0);
      });
    },
  });
  lockWithTheComputer(locking, idle);
  process.on('uncaughtException', (cause) => {
    logBroken('main', cause);
  });
  app.on('second-instance', () => {
    const window = shown.main?.current();
    if (window === undefined) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}

/** The computer sleeps, its screen is locked, or nobody is there: then Attaché locks too. */
function lockWithTheComputer(locking: Locking, idle: IdleWatch): void {
  powerMonitor.on('suspend', () => {
    locking.ask();
  });
  powerMonitor.on('lock-screen', () => {
    locking.ask();
  });
  setInterval(() => {
    idle.look();
  }, lookEvery);
}

function tellChanges({ context }: Office, tell: (event: AppEvent) => void): void {
  context.store.onCommit(({ changes }) => {
    tell({ kind: 'changed', types: [...new Set(changes.map(({ type }) => type))] });
  });
  context.store.onReplaced(() => {
    tell({ kind: 'replaced' });
  });
}

function showMenu(tell: (event: AppEvent) => void, showFolder: () => void): void {
  const template = menuTemplate(
    process.platform,
    wordsOf('menu'),
    (command) => {
      tell({ kind: 'menu', command });
    },
    showFolder,
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** The name that the person has on this machine, to begin with. */
function suggestedName(): string {
  const { username } = userInfo();
  return username === 'root' ? '' : username;
}

function giveUp(cause: unknown): void {
  logBroken('start', cause);
  const say = wordsOf('dialogs');
  const reason = cause instanceof Error ? cause.message : String(cause);
  dialog.showErrorBox(say('cannotStart.title'), say('cannotStart.body', { reason }));
  app.exit(1);
}
