import type { OutputOf } from '@shared/ipc/contract';
import type { AppEvent } from '@shared/ipc/events';
import type { StartState } from '@shared/ipc/app-channels';
import { failed, success } from '@shared/result';
import type { Office } from '../services/office';
import type { ReportJobs } from '../services/report-jobs';
import { startState } from '../services/start';
import { appHandlers } from './app';
import type { ClosingAnswers } from './app';
import { attachmentHandlers } from './attachments';
import { backupHandlers } from './backups';
import { delegationHandlers } from './delegation';
import type { FileDesk } from './file-desk';
import { historyHandlers } from './history';
import { itineraryHandlers } from './itinerary';
import { meetingHandlers } from './meetings';
import { noteHandlers } from './notes';
import { recordHandlers } from './records';
import { reportHandlers } from './report';
import type { Handlers } from './router';
import { searchHandlers } from './search';
import { settingsHandlers } from './settings';
import { startHandlers } from './start';
import { trashHandlers } from './trash';
import { tripHandlers } from './trips';

/** What the handlers reach that is not the office: the window and the machine around it. */
export interface Surroundings {
  readonly desk: FileDesk;
  readonly reports: ReportJobs;
  readonly about: () => OutputOf<'app:about'>;
  readonly suggestedName: () => string;
  readonly closing: ClosingAnswers;
  readonly onSettingsChanged: () => void;
  readonly tell: (event: AppEvent) => void;
}

/** Every channel's handler, over an open office. */
export function officeHandlers(office: Office, around: Surroundings): Handlers {
  const { context, history, backups, blobs, settings, notices } = office;
  const restoreBackup = async () => {
    const path = await around.desk.chooseBackup();
    return path === null ? success(null) : backups.restoreFile(path);
  };
  return {
    ...recordHandlers(context),
    ...tripHandlers(context),
    ...itineraryHandlers(context),
    ...delegationHandlers(context),
    ...meetingHandlers(context),
    ...noteHandlers(context),
    ...attachmentHandlers(context, blobs, around.desk),
    ...reportHandlers(around.reports, around.desk),
    ...searchHandlers(context),
    ...historyHandlers(history),
    ...trashHandlers(context),
    ...backupHandlers({ backups, reader: context.store, settings, desk: around.desk, tell: around.tell }),
    ...settingsHandlers(context, settings, around.onSettingsChanged),
    ...startHandlers(context, {
      state: () => startState(context.store, around.suggestedName(), notices),
      restoreBackup,
    }),
    ...appHandlers(around.about, around.closing),
  };
}

/** The handlers while there is no office to work on: the window is told why, and may close. */
export function closedHandlers(
  state: StartState,
  around: Pick<Surroundings, 'about' | 'desk' | 'closing'>,
): Partial<Handlers> {
  return {
    'start:state': () => success(state),
    'backups:show-folder': async () => {
      await around.desk.showDataFolder();
      return success(undefined);
    },
    'history:state': () => success({ undo: null, redo: null }),
    'settings:update': () => failed({ code: 'cannot-write', reason: 'closed' }),
    ...appHandlers(around.about, around.closing),
  };
}
