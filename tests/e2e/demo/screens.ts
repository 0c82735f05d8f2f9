import type { Session } from '../support/session';

interface Screen {
  readonly name: string;
  readonly open: (session: Session) => Promise<void>;
}

/** A screen that one of the keys of the shell opens, known by its heading. */
function place(name: string, keys: string, heading: string): Screen {
  return {
    name,
    async open({ page, keyboard }) {
      await keyboard.press('Escape', keys);
      await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    },
  };
}

/** The page of the row of a list. */
function page(name: string, list: Screen, row: RegExp, heading: RegExp): Screen {
  return {
    name,
    async open(session) {
      await list.open(session);
      await session.page.getByRole('row', { name: row }).click();
      await session.page.getByRole('heading', { level: 1, name: heading }).waitFor();
    },
  };
}

const trips = place('03-trips', 'Control+2', 'Trips');
const organisations = place('12-organisations', 'Control+3', 'Organisations');
const people = place('14-people', 'Control+4', 'People');
const trip = page('04-trip-overview', trips, /Duty visit to Hangzhou/, /Duty visit to Hangzhou/);

function part(name: string, keys: string, tab: RegExp): Screen {
  return {
    name,
    async open(session) {
      await trip.open(session);
      await session.keyboard.press(keys);
      await session.page.getByRole('tab', { name: tab, selected: true }).waitFor();
    },
  };
}

const programme = part('05-programme', 'Alt+2', /Programme/);
const meetings = part('07-meetings', 'Alt+4', /Meetings/);

/** The main screens, with the sample trip in them. */
export const screens: readonly Screen[] = [
  place('02-today', 'Control+1', 'Today'),
  trips,
  trip,
  programme,
  {
    name: '05b-programme-item',
    async open(session) {
      await programme.open(session);
      await session.page.getByRole('button', { name: 'New item' }).waitFor();
      await session.keyboard.press('n');
      await session.page.getByRole('dialog', { name: 'New programme item' }).waitFor();
    },
  },
  part('06-delegation', 'Alt+3', /Delegation/),
  meetings,
  page('08-meeting', meetings, /Meeting with Lantern AI/, /Meeting with Lantern AI/),
  part('09-trip-follow-ups', 'Alt+5', /Follow-ups/),
  part('10-files', 'Alt+6', /Files/),
  {
    name: '11-documents',
    async open(session) {
      await part('11-documents', 'Alt+7', /Documents/).open(session);
      await session.page.getByRole('region', { name: 'Pages of the document' }).waitFor();
      // The pages are drawn one after the other, the first one first.
      await session.page.waitForTimeout(1500);
    },
  },
  organisations,
  page('13-organisation', organisations, /Qiantang Lantern/, /Qiantang Lantern/),
  people,
  page('15-person', people, /Yeung/, /Yeung/),
  place('16-follow-ups', 'Control+5', 'Follow-ups'),
  {
    name: '17-search',
    async open({ page, keyboard }) {
      await keyboard.press('Control+K');
      await keyboard.fill(page.getByRole('combobox', { name: 'Search everything' }), '燈語');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: '18-trash',
    async open({ page }) {
      await page.getByRole('link', { name: 'Trash' }).click();
      await page.getByRole('heading', { level: 1, name: 'Trash' }).waitFor();
    },
  },
  place('19-settings', 'Control+,', 'Settings'),
];
