import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '@shared/ipc/bridge';
import { callWire, droppedWire, eventWire } from '@shared/ipc/channels';

// Two wires and no logic: main decides who may call what, and parses what it is given.
const bridge: Bridge = {
  call: (channel, input) => ipcRenderer.invoke(callWire, channel, input),
  listen: (listener) => {
    const forward = (_event: unknown, message: unknown): void => {
      listener(message);
    };
    ipcRenderer.on(eventWire, forward);
    return () => {
      ipcRenderer.removeListener(eventWire, forward);
    };
  },
  platform: process.platform,
};

contextBridge.exposeInMainWorld('attache', bridge);

/** As much of the page's window as the preload sees: it is compiled with main, which has no page. */
declare const window: {
  addEventListener(kind: 'drop', listener: (event: Drop) => void, options: { readonly capture: true }): void;
};
interface Drop {
  readonly dataTransfer: { readonly files: ArrayLike<File & { readonly path?: string }> } | null;
  preventDefault(): void;
}

// A file that a colleague handed over: main is told where it lies, and the page never is.
window.addEventListener(
  'drop',
  (event) => {
    const files = Array.from(event.dataTransfer?.files ?? []);
    const [file] = files;
    if (file === undefined || files.length > 1 || !/\.attache$/i.test(file.name)) return;
    event.preventDefault();
    // The oldest Electron that this runs in has the path in the file itself.
    ipcRenderer.send(droppedWire, file.path ?? webUtils.getPathForFile(file));
  },
  { capture: true },
);
