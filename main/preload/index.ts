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

// A file that a colleague handed over: main is told where it lies, and the page never is.
window.addEventListener(
  'drop',
  (event) => {
    const [file, ...others] = event.dataTransfer?.files ?? [];
    if (file === undefined || others.length > 0 || !/\.attache$/i.test(file.name)) return;
    event.preventDefault();
    ipcRenderer.send(droppedWire, pathOf(file));
  },
  { capture: true },
);

function pathOf(file: File): string {
  // The oldest Electron that this runs in has the path in the file itself.
  if ('path' in file && typeof file.path === 'string') return file.path;
  return webUtils.getPathForFile(file);
}
