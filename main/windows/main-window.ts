import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Rectangle } from 'electron';
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

export interface MainWindow {
  readonly window: BrowserWindow;
  send(event: AppEvent): void;
}

/** Opens the one window where it was last; `remember` is told whenever it was moved or sized. */
export function openMainWindow(options: {
  preload: string;
  title: string;
  placement: Placement | null;
  remember: (placement: Placement) => void;
}): MainWindow {
  const placement = onAScreen(options.placement ?? firstPlacement);
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
  if (placement.isMaximised) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  rememberPlacement(window, options.remember);
  void window.loadURL(pageUrl);
  return {
    window,
    send: (event) => {
      if (!window.isDestroyed()) window.webContents.send(eventWire, event);
    },
  };
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
