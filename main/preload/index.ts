import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '@shared/ipc/bridge';
import { callWire, eventWire } from '@shared/ipc/channels';

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
