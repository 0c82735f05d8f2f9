import { shell } from 'electron';
import type { DocumentFormat } from '@shared/documents/choices';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import type { FileDesk } from '../ipc/file-desk';
import { failureOfWriting } from '../storage/disk/disk-failures';
import type { Content } from '../storage/disk/durable-write';
import { wordsOf } from '../words';
import type { Dialogs } from './dialogs';
import type { OpenedFiles } from './opened-files';
import { saveFile } from './save-file';

/** In characters: a longer address would push the buttons off the screen. */
const mostShown = 500;

const endings = { pdf: 'pdf', word: 'docx', markdown: 'md', html: 'html' } as const satisfies Record<
  DocumentFormat,
  string
>;

export function openFileDesk(dialogs: Dialogs, dataFolder: string, openedFiles: OpenedFiles): FileDesk {
  const say = wordsOf('dialogs');
  // The window may only ask for what it was told the path of: a document of this session.
  const savedDocuments = new Set<string>();

  async function saveWhereChosen(
    options: Parameters<Dialogs['saveTo']>[0],
    content: Content,
  ): Promise<Result<{ path: string } | null>> {
    const path = await dialogs.saveTo(options);
    return path === null ? success(null) : saveFile(path, content);
  }

  function chooseFolder(what: 'destination' | 'arrival' | 'tripFolder'): Promise<string | null> {
    return dialogs.chooseFolder({ title: say(`travel.${what}.title`), button: say(`travel.${what}.choose`) });
  }

  return {
    async saveDocument(fileName, format, content) {
      const extension = endings[format];
      const kind = { name: say(`saveDocument.${format}`), extensions: [extension] };
      const options = { title: say('saveDocument.title'), fileName: `${fileName}.${extension}`, kind };
      const saved = await saveWhereChosen(options, content);
      if (saved.ok && saved.value !== null) savedDocuments.add(saved.value.path);
      return saved;
    },
    async openSavedDocument(path) {
      if (!savedDocuments.has(path)) return failed({ code: 'forbidden' });
      const problem = await shell.openPath(path);
      return problem === '' ? success(undefined) : failed({ code: 'cannot-read', reason: problem });
    },
    saveCopy: (fileName, bytes) => saveWhereChosen({ title: say('saveCopy.title'), fileName }, bytes),
    askToOpen: (fileName, risk) =>
      dialogs.confirm({
        message: say(`openFile.${risk}.message`, { name: fileName }),
        detail: say(`openFile.${risk}.detail`),
        confirm: say('openFile.open'),
        cancel: say('openFile.cancel'),
        isWarning: risk === 'careful',
      }),
    async openCopy(fileName, bytes) {
      let path: string;
      try {
        path = await openedFiles.put(fileName, bytes);
      } catch (cause) {
        return failed(failureOfWriting(cause));
      }
      return (await shell.openPath(path)) === '' ? success(undefined) : failed({ code: 'no-program' });
    },
    async openLink(address) {
      const isWanted = await dialogs.confirm({
        message: say('openLink.message'),
        detail: say('openLink.detail', { address: address.slice(0, mostShown) }),
        confirm: say('openLink.open'),
        cancel: say('openLink.cancel'),
        isWarning: false,
      });
      if (!isWanted) return success(false);
      try {
        await shell.openExternal(address);
      } catch {
        // The system knows no program for it, and says so in words of its own.
        return failed({ code: 'no-program' });
      }
      return success(true);
    },
    chooseBackup: () =>
      dialogs.open({
        title: say('restoreBackup.title'),
        kind: { name: say('restoreBackup.backup'), extensions: ['gz', 'sealed', 'json'] },
      }),
    chooseBackupFolder: () =>
      dialogs.chooseFolder({ title: say('backupFolder.title'), button: say('backupFolder.choose') }),
    chooseDestination: () => chooseFolder('destination'),
    chooseArrival: () => chooseFolder('arrival'),
    chooseTripFolder: () => chooseFolder('tripFolder'),
    async showFolder(path) {
      await shell.openPath(path);
    },
    async showDataFolder() {
      await shell.openPath(dataFolder);
    },
  };
}
