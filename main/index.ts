import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { Menu, app, dialog, ipcMain, nativeTheme, protocol, session } from 'electron';
import type { BrowserWindow } from 'electron';
import { instantOf, timeZoneHere, wallClockAt } from '@shared/dates';
import type { AppEvent } from '@shared/ipc/events';
import { logBroken } from './error-log';
import { printScheme } from './export/print/scheme';
import { closedHandlers, officeHandlers } from './ipc';
import { answerCalls } from './ipc/router';
import { readAttachment } from './services/attachments';
import { openOffice } from './services/office';
import type { Office } from './services/office';
import { printTripReport } from './services/print-trip-report';
import { keepReportJobs } from './services/report-jobs';
import type { ReportJobs } from './services/report-jobs';
import { appScheme, isOwnPage, serveApp } from './windows/app-protocol';
import type { StoredFile } from './windows/app-protocol';
import { askWhetherToClose } from './windows/closing-question';
import { closeWhenWritten } from './windows/closing';
import type { Closing } from './windows/closing';
import { answeredDialogs, systemDialogs } from './windows/dialogs';
import { openFileDesk } from './windows/file-desk';
import { openMainWindow } from './windows/main-window';
import type { MainWindow } from './windows/main-window';
import { menuTemplate } from './windows/menu';
import { denyLeaving, keepOffline } from './windows/security';
import { wordsOf } from './words';

const outFolder = join(__dirname, '..');
const clock = () => instantOf(Date.now());

// The product's name would stand in the user agent, and a header with an é in it is refused by our own scheme's handler.
app.userAgentFallback = `Chrome/${process.versions.chrome}`;
protocol.registerSchemesAsPrivileged([appScheme, printScheme]);
// Chromium's own errands (component updates, network time, …) are requests that nobody set up.
app.commandLine.appendSwitch('disable-background-networking');
app.commandLine.appendSwitch('disable-component-update');

if (app.requestSingleInstanceLock()) {
  denyLeaving(app);
  app
    .whenReady()
    .then(start)
    .catch((cause: unknown) => {
      giveUp(cause);
    });
} else {
  // The first instance is told and comes to the front.
  app.quit();
}

async function start(): Promise<void> {
  const folder = join(app.getPath('userData'), 'data');
  const opened = await openOffice({ folder, clock, newId: randomUUID });
  const office = opened.ok ? opened.office : undefined;

  let main: MainWindow | undefined;
  let closing: Closing = { onReady: () => undefined, onKept: () => undefined };
  const tell = (event: AppEvent): void => {
    main?.send(event);
  };
  const openWindow = (): BrowserWindow => {
    if (main === undefined) throw new Error('A dialog was asked for without a window.');
    return main.window;
  };
  const dialogs =
    process.env['ATTACHE_E2E'] === '1' && process.env['ATTACHE_SAVE_TO'] !== undefined
      ? answeredDialogs(process.env['ATTACHE_SAVE_TO'], process.env['ATTACHE_OPEN'])
      : systemDialogs(openWindow);
  const desk = openFileDesk(dialogs, folder);

  const fileOf = async (id: string): Promise<StoredFile | undefined> => {
    if (office === undefined) return undefined;
    const found = await readAttachment(office.context, office.blobs, id);
    return found.ok ? { bytes: found.value.bytes, mime: found.value.record.mime } : undefined;
  };
  keepOffline(session.defaultSession);
  serveApp(session.defaultSession.protocol, join(outFolder, 'renderer'), fileOf);

  const around = {
    desk,
    tell,
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
  };
  const border = { trusted: () => main?.window.webContents, isOwnPage, onBroken: logBroken };
  if (opened.ok) {
    const { context, settings } = opened.office;
    const showColours = (): void => {
      const { colourScheme } = settings.get();
      nativeTheme.themeSource = colourScheme === 'auto' ? 'system' : colourScheme;
    };
    showColours();
    answerCalls(
      ipcMain,
      officeHandlers(opened.office, {
        ...around,
        reports: reportsOf(opened.office, fileOf, tell),
        suggestedName,
        onSettingsChanged: showColours,
      }),
      border,
    );
    context.store.onCommit(({ changes }) => {
      tell({ kind: 'changed', types: [...new Set(changes.map(({ type }) => type))] });
    });
    context.store.onReplaced(() => {
      tell({ kind: 'replaced' });
    });
  } else {
    answerCalls(ipcMain, closedHandlers(opened.closed, around), border);
  }

  showMenu(tell, () => void desk.showDataFolder());
  main = openMainWindow({
    preload: join(outFolder, 'preload', 'index.js'),
    title: app.getName(),
    placement: office?.settings.get().window ?? null,
    remember: (placement) => void office?.settings.update({ window: placement }),
  });
  const { window } = main;
  closing = closeWhenWritten(
    window,
    () => {
      tell({ kind: 'closing' });
    },
    () => askWhetherToClose(window),
  );
  window.on('closed', () => {
    main = undefined;
    // The last save is durable before the process ends.
    void (office?.close() ?? Promise.resolve()).finally(() => {
      app.exit(0);
    });
  });
  process.on('uncaughtException', (cause) => {
    logBroken('main', cause);
  });
  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}

/** The report's press: one job at a time, with the fonts that ship. */
function reportsOf(
  { context }: Office,
  fileOf: (id: string) => Promise<StoredFile | undefined>,
  tell: (event: AppEvent) => void,
): ReportJobs {
  return keepReportJobs(
    (tripId, { signal, onProgress }) =>
      printTripReport(
        { reader: context.store, fileOf, fontsFolder: join(outFolder, 'fonts') },
        { tripId, today: wallClockAt(clock(), timeZoneHere()).day, signal, onProgress },
      ),
    tell,
    (cause) => {
      logBroken('report', cause);
    },
  );
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
