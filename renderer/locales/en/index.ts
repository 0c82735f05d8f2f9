import actions from './actions.json';
import capture from './capture.json';
import conflicts from './conflicts.json';
import delegation from './delegation.json';
import documents from './documents.json';
import errors from './errors.json';
import files from './files.json';
import followUps from './follow-ups.json';
import handOver from './hand-over.json';
import lock from './lock.json';
import meetings from './meetings.json';
import news from './news.json';
import noteHistory from './note-history.json';
import notes from './notes.json';
import organisations from './organisations.json';
import people from './people.json';
import programme from './programme.json';
import room from './room.json';
import search from './search.json';
import settings from './settings.json';
import shell from './shell.json';
import start from './start.json';
import sync from './sync.json';
import templateFields from './template-fields.json';
import terms from './terms.json';
import today from './today.json';
import trash from './trash.json';
import travel from './travel.json';
import trips from './trips.json';
import ui from './ui.json';

/** Every word of the screen in English, a namespace a file. The types of all keys come from here. */
export const english = {
  actions,
  capture,
  conflicts,
  delegation,
  documents,
  errors,
  files,
  'follow-ups': followUps,
  'hand-over': handOver,
  lock,
  meetings,
  news,
  'note-history': noteHistory,
  notes,
  organisations,
  people,
  programme,
  room,
  search,
  settings,
  shell,
  start,
  sync,
  'template-fields': templateFields,
  terms,
  today,
  trash,
  travel,
  trips,
  ui,
} as const;
