import type { OutputOf } from '@shared/ipc/contract';
import type { AppEvent } from '@shared/ipc/events';
import { failed, success } from '@shared/result';
import type { ClosedState, Office } from '../services/office';
import type { DocumentMaker } from '../services/documents/maker';
import type { Session } from '../services/session';
import { startState } from '../services/start';
import type { TravelDesk } from '../services/travel';
import { appHandlers } from './app';
import type { ClosingAnswers } from './app';
import { attachmentHandlers } from './attachments';
import { backupHandlers } from './backups';
import { conflictHandlers } from './conflicts';
import { delegationHandlers } from './delegation';
import { draftHandlers } from './drafts';
import type { FileDesk } from './file-desk';
import { handOverHandlers } from './hand-over';
import type { HandOverDialogs } from './hand-over';
import { historyHandlers } from './history';
import { languageHandlers } from './language';
import type { LanguageParts } from './language';
import { itineraryHandlers } from './itinerary';
import { meetingHandlers } from './meetings';
import { newsHandlers } from './news';
import { noteHandlers } from './notes';
import { recordHandlers } from './records';
import { documentTemplateHandlers } from './document-templates';
import { documentHandlers } from './documents';
import type { Answers, Handlers } from './router';
import { searchHandlers } from './search';
import { settingsHandlers } from './settings';
import { startHandlers } from './start';
import { syncHandlers } from './sync';
import { trashHandlers } from './trash';
import { travelHandlers } from './travel';
import { tripHandlers } from './trips';
import { vaultHandlers } from './vault';
import type { LockingAnswers } from './vault';

/** What the handlers reach that is not the office: the window and the machine around it. */
export interface Surroundings {
  readonly desk: FileDesk;
  readonly documents: DocumentMaker;
  /** Where the templates of documents lie that ship. */
  readonly templatesFolder: string;
  readonly about: () => OutputOf<'app:about'>;
  readonly suggestedName: () => string;
  readonly language: LanguageParts;
  readonly closing: ClosingAnswers;
  readonly session: Session;
  readonly locking: LockingAnswers;
  readonly onSettingsChanged: () => void;
  readonly tell: (event: AppEvent) => void;
  readonly travelDesk: TravelDesk;
  readonly handOver: HandOverDialogs;
  /** Removes everything and begins the program anew. */
  readonly empty: (isStillSo: () => Promise<boolean>) => Promise<void>;
}

/** Every channel's handler, over an open office. */
export function officeHandlers(office: Office, around: Surroundings): Handlers {
  const { context, history, backups, settings, remembered } = office;
  return {
    ...recordHandlers(context),
    ...tripHandlers(context),
    ...itineraryHandlers(context),
    ...delegationHandlers(context),
    ...meetingHandlers(context),
    ...noteHandlers(context, around.desk),
    ...attachmentHandlers(context, office, around.desk),
    ...documentHandlers(around.documents, around.desk),
    ...documentTemplateHandlers(context, around.desk, around.templatesFolder, office.blobs),
    ...searchHandlers(office.search),
    ...conflictHandlers(office.syncing.conflicts),
    ...newsHandlers(office.syncing.news),
    ...syncHandlers(office.syncing.desk),
    ...handOverHandlers(office.syncing.handOver, around.handOver, around.tell),
    ...historyHandlers(history),
    ...trashHandlers(context),
    ...backupHandlers({ backups, reader: context.store, settings, desk: around.desk, tell: around.tell }),
    ...settingsHandlers(context, office, around.onSettingsChanged),
    ...travelHandlers({
      desk: around.travelDesk,
      travel: office.travel,
      dialogs: around.desk,
      tell: around.tell,
      empty: around.empty,
    }),
    ...draftHandlers(remembered, context.now),
    ...vaultHandlers(around.session, around.locking),
    ...startHandlers(context, () => startState(context.store, around.suggestedName(), office.notices())),
    ...languageHandlers(around.language),
    ...appHandlers(around.about, around.closing),
  };
}

/** Who answers while there is no office to work on: the window is told why, and may close. */
export function closedAnswers(
  closed: ClosedState,
  around: Pick<Surroundings, 'about' | 'desk' | 'closing' | 'language'>,
): Answers {
  return {
    handlers: {
      'start:state': () => success(closed),
      'backups:show-folder': async () => {
        await around.desk.showDataFolder();
        return success(undefined);
      },
      'history:state': () => success({ undo: null, redo: null }),
      'settings:update': () => failed({ code: 'cannot-write', reason: 'closed' }),
      ...languageHandlers(around.language),
      ...appHandlers(around.about, around.closing),
    },
  };
}

/** Who answers while it is locked: nobody but those who unlock. */
export function lockedAnswers(
  around: Pick<Surroundings, 'about' | 'closing' | 'language' | 'session' | 'locking'>,
): Answers {
  return {
    handlers: {
      'start:state': () => success({ kind: 'locked' }),
      ...vaultHandlers(around.session, around.locking),
      ...languageHandlers(around.language),
      ...appHandlers(around.about, around.closing),
    },
    otherwise: { code: 'locked' },
  };
}
