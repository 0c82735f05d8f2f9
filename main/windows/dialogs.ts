import { basename, join } from 'node:path';
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';

export interface Dialogs {
  /** Where to write a file, by the person's choice; null when they thought better of it. */
  saveTo(options: {
    title: string;
    fileName: string;
    kind?: { name: string; extensions: string[] };
  }): Promise<string | null>;
  /** A file to read, by the person's choice; null when they thought better of it. */
  open(options: { title: string; kind: { name: string; extensions: string[] } }): Promise<string | null>;
  /** Whether the person says yes; no is what is chosen when they only press Enter or close it. */
  confirm(question: {
    message: string;
    detail: string;
    confirm: string;
    cancel: string;
    isWarning: boolean;
  }): Promise<boolean>;
  /** A folder, by the person's choice; null when they thought better of it. */
  chooseFolder(options: { title: string; button: string }): Promise<string | null>;
}

/** The system's own dialogs, above the window that is open when they are asked for. */
export function systemDialogs(windowNow: () => BrowserWindow): Dialogs {
  return {
    async saveTo({ title, fileName, kind }) {
      const answer = await dialog.showSaveDialog(windowNow(), {
        title,
        defaultPath: fileName,
        filters: kind === undefined ? [] : [kind],
      });
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    async open({ title, kind }) {
      const answer = await dialog.showOpenDialog(windowNow(), { title, filters: [kind], properties: ['openFile'] });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    async confirm({ message, detail, confirm, cancel, isWarning }) {
      const { response } = await dialog.showMessageBox(windowNow(), {
        type: isWarning ? 'warning' : 'question',
        message,
        detail,
        buttons: [cancel, confirm],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      return response === 1;
    },
    async chooseFolder({ title, button }) {
      const answer = await dialog.showOpenDialog(windowNow(), {
        title,
        buttonLabel: button,
        properties: ['openDirectory', 'createDirectory'],
      });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
  };
}

/**
 * Dialogs that answer by themselves, for end-to-end tests: no driver can click the system's own. Files are written
 * into `folder` under the name that was proposed; the file, or the folder, that is opened is `opened`.
 */
export function answeredDialogs(folder: string, opened: string | undefined): Dialogs {
  return {
    saveTo: ({ fileName }) => Promise.resolve(join(folder, basename(fileName))),
    open: () => Promise.resolve(opened ?? null),
    confirm: () => Promise.resolve(true),
    chooseFolder: () => Promise.resolve(opened ?? null),
  };
}
