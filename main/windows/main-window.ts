import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Rectangle, Session } from 'electron';
import { eventWire } from '@shared/ipc/channels';
import type { AppEvent } from '@shared/ipc/events';
import { pageUrl } from './app-protocol';

export interface Placement {
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly width: number;
  readonly height: number;
  readonly isMaximised: boolean;
}

const firstPlacement: Placement = { width: 1280, height: 800, isMaximised: false };
const smallest = { width: 900, height: 600 } as const;

/** Whether a window that opens may take the focus: not one that takes another's place while somebody works elsewhere. */
type Showing = 'in-front' | 'behind' | 'minimised' | 'full-screen';

export interface WindowOptions {
  readonly preload: string;
  readonly title: string;
  /** Lives in memory, so that nothing which the page was given is written to the disk. */
  readonly session: Session;
  readonly placement: () => Placement | null;
  /** Told whenever it was moved or sized. */
  readonly remember: (placement: Placement) => void;
  /** Told of each window that opens, before its page is there. */
  readonly onOpened: (window: BrowserWindow) => void;
  /** The person closed it. */
  readonly onClosed: () => void;
}

/** The one window. */
export interface MainWindow {
  current(): BrowserWindow | undefined;
  send(event: AppEvent): void;
  /**
   * Ends the window's process at once, whatever it holds, and opens a new one in its place. Nothing of the old page
   * remains: not its memory, not where it had been.
   */
  replace(): void;
}

/** Opens the one window where it was last. */
export function openMainWindow(options: WindowOptions): MainWindow {
  let current: BrowserWindow | undefined;
  function open(placement: Placement | null, showing: Showing, onShown: () => void): void {
    const window = openWindow(options, placement, showing, onShown);
    current = window;
    window.on('closed', () => {
      if (current !== window) return;
      current = undefined;
      options.onClosed();
    });
    options.onOpened(window);
    void window.loadURL(pageUrl);
  }
  open(options.placement(), 'in-front', () => undefined);
  return {
    current: () => current,
    send: (event) => {
      if (current?.isDestroyed() === false) current.webContents.send(eventWire, event);
    },
    replace: () => {
      const old = current;
      if (old === undefined || old.isDestroyed()) return;
      old.webContents.forcefullyCrashRenderer();
      open({ ...old.getNormalBounds(), isMaximised: old.isMaximized() }, showingOf(old), () => {
        if (!old.isDestroyed()) old.destroy();
      });
    },
  };
}

function showingOf(window: BrowserWindow): Showing {
  if (window.isMinimized()) return 'minimised';
  if (window.isFullScreen()) return 'full-screen';
  return window.isFocused() ? 'in-front' : 'behind';
}

function openWindow(
  options: WindowOptions,
  wanted: Placement | null,
  showing: Showing,
  onShown: () => void,
): BrowserWindow {
  const placement = onAScreen(wanted ?? firstPlacement);
  const window = new BrowserWindow({
    ...(placement.x === undefined || placement.y === undefined ? {} : { x: placement.x, y: placement.y }),
    width: placement.width,
    height: placement.height,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: options.title,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14181b' : '#ffffff',
    webPreferences: {
      session: options.session,
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      // A note being typed is saved by a timer, also while another window covers this one.
      backgroundThrottling: false,
    },
  });
  // What the system shows, lists and keeps as a window's title never tells what is in it.
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  if (placement.isMaximised && showing === 'in-front') window.maximize();
  window.once('ready-to-show', () => {
    if (showing === 'minimised') window.minimize();
    else if (showing === 'behind') window.showInactive();
    else window.show();
    if (placement.isMaximised && showing === 'behind') window.maximize();
    if (showing === 'full-screen') window.setFullScreen(true);
    onShown();
  });
  rememberPlacement(window, options.remember);
  return window;
}

function rememberPlacement(window: BrowserWindow, remember: (placement: Placement) => void): void {
  let timer: NodeJS.Timeout | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!window.isDestroyed()) remember({ ...window.getNormalBounds(), isMaximised: window.isMaximized() });
    }, 400);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('maximize', later);
  window.on('unmaximize', later);
  window.on('close', () => {
    clearTimeout(timer);
    remember({ ...window.getNormalBounds(), isMaximised: window.isMaximized() });
  });
}

/** A remembered place counts only while it can be seen: the second screen may have stayed at the office. */
function onAScreen(placement: Placement): Placement {
  const { x, y, width, height, isMaximised } = placement;
  const size = { width: Math.max(width, smallest.width), height: Math.max(height, smallest.height), isMaximised };
  if (x === undefined || y === undefined) return size;
  const isSeen = screen
    .getAllDisplays()
    .some((display) => overlap(display.workArea, { x, y, width, height }) > 100 * 100);
  return isSeen ? { x, y, ...size } : size;
}

function overlap(one: Rectangle, other: Rectangle): number {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, across) * Math.max(0, down);
}
