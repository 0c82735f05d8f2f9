import { shell } from 'electron';
import type { CalendarDate } from '@shared/dates';
import type { HandOverDialogs } from '../ipc/hand-over';
import { bundleEnding } from '../sync/bundle/heading';
import { wordsOf } from '../words';
import type { Dialogs } from './dialogs';
import { saveFile } from './save-file';

/** The system's dialogs for files that are handed over. Their names tell nobody whose trip it is. */
export function handOverDialogs(
  dialogs: Pick<Dialogs, 'saveTo' | 'open'>,
  today: () => CalendarDate,
  offered: () => string | null,
): HandOverDialogs {
  const say = wordsOf('dialogs');
  const kind = { name: say('handOver.kind'), extensions: [bundleEnding.slice(1)] };
  return {
    savePlace: (what) =>
      dialogs.saveTo({
        title: say(`handOver.save.${what}`),
        fileName: `${say(`handOver.name.${what}`, { day: today() })}${bundleEnding}`,
        kind,
      }),
    saveAt: (path) => (content) => saveFile(path, content),
    choose: () => dialogs.open({ title: say('handOver.open'), kind }),
    show: (path) => {
      shell.showItemInFolder(path);
    },
    offered,
  };
}
