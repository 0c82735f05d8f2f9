import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyRecord } from '@shared/domain/records';
import { daysLater } from '@shared/dates';
import { usualChoices } from '@shared/documents/choices';
import { aRecord, day, english, instant, nextId, time } from '../../builders/records';
import { aLongPart } from '../../builders/long-note';
import { aBareTrip, aPerson, aVisit, threeForms } from '../../builders/report-trip';
import { setUpPress } from './press';
import type { Press } from './press';

let press: Press;
beforeAll(() => {
  press = setUpPress();
}, 60_000);
afterAll(() => press.remove());

/** The text of each page, as a program that we did not write reads it. */
function pagesOf(pdfFile: string): string[] {
  const text = execFileSync('pdftotext', ['-layout', pdfFile, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return text.split('\f').slice(0, -1);
}

function factsOf(pdfFile: string): Record<string, string> {
  const lines = execFileSync('pdfinfo', [pdfFile], { encoding: 'utf8' }).trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

/** The lines of the contents pages: words and page, "4 Hangzhou 杭州" on 5. */
function contentsOf(pages: readonly string[]): { words: string; page: number }[] {
  const first = pages.findIndex((page) => /^\s*Contents$/m.test(page));
  const last = pages.findIndex((page, index) => index > first && /^\s*1\s+Purpose and objectives\s*$/m.test(page));
  return pages.slice(first, last).flatMap((page) =>
    [...page.matchAll(/^(?!.*Page \d+ of)[ ]*(\S.*?) +(\d+)$/gm)].map((line) => ({
      words: (line[1] ?? '').replace(/^\d+\s+/, ''),
      page: Number(line[2]),
    })),
  );
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

/** How often each character is there: where a table's cells stand beside each other, their words are read in turns. */
function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of squeezed(text)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

describe('a printed trip report', () => {
  it('has the shape, the numbers and the words of the visit', async () => {
    const { trip, records } = aVisit();
    const picture = aRecord('attachment', {
      sha256: 'a'.repeat(64),
      name: 'photo.png',
      mime: 'image/png',
      size: 1,
      caption: 'In the demonstration hall (sample)',
      isInReport: true,
      meetingId: records.find((record) => record.type === 'meeting')?.id ?? null,
    });
    const pictureFile = join(press.folder, 'photo.png');
    writeFileSync(pictureFile, onePixel);
    const printed = await press.print('visit', {
      records: [...records, picture],
      tripId: trip.id,
      pictures: { [picture.id]: { path: pictureFile, mime: 'image/png' } },
    });
    expect(printed).toMatchObject({ ok: true });
    expect(printed.fileName).toBe('Duty visit to Hangzhou and Shenzhen (sample) – Duty visit report');

    const facts = factsOf(printed.pdfFile);
    expect(facts['Page size']).toMatch(/\(A4\)$/);
    expect(facts['Pages']).toBe(String(printed.pages));
    expect(facts['Title']).toBe('Duty visit to Hangzhou and Shenzhen (sample) – Duty visit report (OASES/DV/2026-07)');
    expect([facts['Producer'], facts['Creator']]).toEqual(['Attaché', 'Attaché']);
    expect(facts['JavaScript']).toBe('no');

    const pages = pagesOf(printed.pdfFile);
    expect(pages).toHaveLength(printed.pages ?? 0);
    const [cover = '', ...others] = pages;
    for (const words of [
      'RESTRICTED',
      'OASES/DV/2026-07',
      '杭州及深圳職務訪問（樣本）',
      '杭州及深圳职务访问（样本）',
      '24–26 February 2026',
      '3 members',
      'Director-General (sample)',
    ]) {
      expect(squeezed(cover)).toContain(squeezed(words));
    }
    expect(cover).not.toMatch(/Page \d+ of/);
    others.forEach((page, index) => {
      expect(page).toMatch(/OASES\/DV\/2026-07.*RESTRICTED/);
      expect(page).toContain(`Page ${String(index + 2)} of ${String(printed.pages)}`);
    });

    const contents = contentsOf(pages);
    expect(contents.map(({ words }) => words)).toEqual([
      'Purpose and objectives',
      'Delegation',
      'Programme',
      'Hangzhou 杭州',
      'West Lake Spatial Intelligence Limited (sample)',
      'Example Animation Studio (sample)',
      'Tour of Hanggang Technology Building',
      'Shenzhen 深圳',
      'Nanshan Urban Brain Limited (sample)',
      'Observations',
      'Conclusions',
      'Follow-up actions',
      'Charts',
      'Movement in the pipeline',
      'Expenditure',
    ]);
    for (const { words, page } of contents) {
      for (const word of words.split(' ')) expect(pages[page - 1]).toContain(word);
    }
    for (const [chapter, number] of [
      ['Hangzhou', 4],
      ['Shenzhen', 5],
    ] as const) {
      const { page } = contents.find(({ words }) => words.startsWith(chapter)) ?? { page: 0 };
      expect(squeezed(pages[page - 1] ?? '').split('RESTRICTED')[1]).toMatch(
        new RegExp(`^${String(number)}${chapter}`),
      );
    }

    const all = squeezed(pages.join(''));
    for (const words of [
      '錢塘生',
      '钱塘生',
      '他們指出，出口認證是目前最大的瓶頸。',
      '企业代表介绍了智慧城市平台的最新进展',
      '计划于2027年在香港设立国际业务总部及数据中心。',
      '<script>alert(1)</script>',
      'laboratory’s “report” is accepted',
      'In the demonstration hall (sample)',
    ]) {
      expect(all).toContain(squeezed(words));
    }
  });

  it('embeds every font, so that a machine without Chinese fonts prints the same page', async () => {
    const { trip, records } = aVisit();
    const { pdfFile } = await press.print('fonts', { records, tripId: trip.id });
    const fonts = execFileSync('pdffonts', [pdfFile], { encoding: 'utf8' }).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) {
      // Outlines of a font that is ours, a part of it, with the characters that they stand for.
      expect(font).toMatch(/^[A-Z]{6}\+(?:NotoSans|Inter)\S*\s+CID TrueType\s+\S+\s+yes\s+yes\s+yes/);
    }
  });

  it.each(['summary', 'booklet', 'briefing', 'contacts', 'register', 'press'] as const)(
    'gives back every character of a %s in two languages',
    async (kind) => {
      const { trip, records } = aVisit();
      const visit = { ...trip, classification: 'unclassified' } as const;
      const choices = { ...usualChoices(kind), form: 'zhHant', beside: 'en' } as const;
      const printed = await press.print(kind, { records: [visit, ...records.slice(1)], tripId: trip.id, choices });
      expect(printed).toMatchObject({ ok: true });
      const printedOut = counted(pagesOf(printed.pdfFile).join(''));
      const meant = counted(printed.words?.join('') ?? '');
      expect(meant.size).toBeGreaterThan(50);
      expect([...meant].filter(([character, count]) => (printedOut.get(character) ?? 0) < count)).toEqual([]);
    },
  );

  it('prints the characters that Hong Kong writes beside the usual ones', async () => {
    const trip = aBareTrip({ purpose: '㗎 嘅 咗 𨋢 𠝹' });
    const { pdfFile } = await press.print('hkscs', { records: [trip], tripId: trip.id });
    expect(squeezed(pagesOf(pdfFile).join(''))).toContain('㗎嘅咗𨋢𠝹');
  });

  it('holds when there is nothing to say', async () => {
    const trip = aBareTrip();
    const printed = await press.print('nothing', { records: [trip], tripId: trip.id });
    expect(printed).toMatchObject({ ok: true });
    const text = pagesOf(printed.pdfFile).join('');
    expect(text).toContain('No programme has been recorded.');
    expect(contentsOf(pagesOf(printed.pdfFile)).map(({ words }) => words)).toContain('Follow-up actions');
  });

  it('holds with names of 300 characters, null bytes, emoji and pictures that are none', async () => {
    const long = 'A very long name of an enterprise '.repeat(9).slice(0, 300);
    const title = threeForms(long, '很長的名稱'.repeat(60), '很长的名称'.repeat(60));
    const trip = aBareTrip({ title, reference: 'X'.repeat(300), purpose: `Null \0 byte 🙂 ${'W'.repeat(2000)}` });
    const person = aPerson('x', '', { side: 'ours', familyName: title, givenName: title, post: title });
    const meeting = aRecord('meeting', { tripId: trip.id, title, day: day('2026-02-24'), ourAttendeeIds: [person.id] });
    const picture = (mime: string) =>
      aRecord('attachment', {
        sha256: 'a'.repeat(64),
        name: 'x',
        mime,
        size: 1,
        isInReport: true,
        meetingId: meeting.id,
        caption: 'No picture',
      });
    const [broken, missing] = [picture('image/png'), picture('image/jpeg')];
    const notPicture = join(press.folder, 'broken.png');
    writeFileSync(notPicture, 'not a picture');
    const printed = await press.print('hostile', {
      records: [
        trip,
        person,
        meeting,
        broken,
        missing,
        aRecord('delegation-member', { tripId: trip.id, personId: person.id, role: 'head', precedence: 1 }),
      ],
      tripId: trip.id,
      pictures: { [broken.id]: { path: notPicture, mime: 'image/png' } },
    });
    expect(printed).toMatchObject({ ok: true });
    const pages = pagesOf(printed.pdfFile);
    expect(pages.join('')).toMatch(/Null\s+byte/);
    for (const { words, page } of contentsOf(pages))
      expect(squeezed(pages[page - 1] ?? '')).toContain(squeezed(words).slice(0, 20));
  });

  it('holds with sixty people at one table', async () => {
    const trip = aBareTrip();
    const people = Array.from({ length: 60 }, (_, at) => aPerson(`Sample Guest${String(at)}`, '樣本人'));
    const meeting = aRecord('meeting', {
      tripId: trip.id,
      title: english('Round table (sample)'),
      day: day('2026-02-24'),
      theirAttendeeIds: people.map(({ id }) => id),
    });
    const printed = await press.print('sixty', { records: [trip, meeting, ...people], tripId: trip.id });
    expect(printed).toMatchObject({ ok: true });
    const text = pagesOf(printed.pdfFile).join('');
    for (let at = 0; at < 60; at += 1) expect(text).toMatch(new RegExp(`Guest${String(at)}\\b`));
  });

  it('holds with a note of many pages, in which tables stand between lists and quotations', async () => {
    const trip = aBareTrip();
    const meeting = aRecord('meeting', { tripId: trip.id, title: english('A long talk (sample)'), day: trip.firstDay });
    const parts = Array.from({ length: 20 }, (_, at) => aLongPart(at));
    const note = aRecord('note', {
      meetingId: meeting.id,
      blocks: [
        {
          id: nextId(),
          authorId: nextId(),
          begunAt: instant('2026-02-24T07:30:00.000Z'),
          markdown: parts.join('\n\n'),
        },
      ],
    });
    const printed = await press.print('tables', { records: [trip, meeting, note], tripId: trip.id });
    expect(printed).toMatchObject({ ok: true });
    const text = pagesOf(printed.pdfFile).join('');
    for (let at = 0; at < parts.length; at += 1) expect(text).toContain(`Part ${String(at)} of`);
  });

  it.each(['A4', 'A5'] as const)('has a summary of one page on %s, however long the names are', async (paper) => {
    const long = 'Extraordinarilylongname'.repeat(14).slice(0, 300);
    const { trip, records } = aVisit();
    const named = records.slice(1).map((record) => {
      if (record.type === 'meeting') return { ...record, title: threeForms(long, '長'.repeat(300), '长'.repeat(300)) };
      return record.type === 'follow-up' ? { ...record, title: long } : record;
    });
    const printed = await press.print(`summary-${paper}`, {
      records: [{ ...trip, title: threeForms(long, '長'.repeat(300), ''), reference: long }, ...named],
      tripId: trip.id,
      choices: { ...usualChoices('summary'), form: 'en', beside: 'zhHant', paper },
    });
    expect(printed).toMatchObject({ ok: true, pages: 1 });
    expect(pagesOf(printed.pdfFile).join('')).toMatch(/more visits? (?:are|is) in the report/);
  });

  it('holds for ninety-two days, with right numbers on several pages of contents', async () => {
    const { trip, records } = aLongVisit();
    const printed = await press.print('long', { records, tripId: trip.id });
    expect(printed).toMatchObject({ ok: true });
    const pages = pagesOf(printed.pdfFile);
    const visits = contentsOf(pages).filter(({ words }) => words.startsWith('Visit no.'));
    expect(visits).toHaveLength(92);
    for (const { words, page } of visits) expect(pages[page - 1]).toContain(words);
    // The table of follow-ups goes on over several pages and names its columns on each.
    const followUps = pages.filter((page) => /Action no\. \d+/.test(page));
    expect(followUps.length).toBeGreaterThan(2);
    for (const page of followUps) expect(page).toMatch(/No\.\s+Action\s+Owner\s+Due\s+Status/);
  }, 240_000);

  it('tells how far it is, never going back', async () => {
    const trip = aBareTrip();
    const { progress } = await press.print('progress', { records: [trip], tripId: trip.id });
    expect([...new Set(progress.map(({ stage }) => stage))]).toEqual([
      'gathering',
      'laying-out',
      'printing',
      'numbering',
    ]);
    const done = progress.map((step) => step.done);
    expect(done).toEqual([...done].sort((one, other) => one - other));
    expect(done.at(-1)).toBe(1);
  });

  it.each(['gathering', 'laying-out', 'printing', 'numbering'])('can be cancelled while %s', async (cancelAt) => {
    const { trip, records } = aVisit();
    expect(await press.print(`cancel-${cancelAt}`, { records, tripId: trip.id, cancelAt })).toMatchObject({
      ok: false,
      code: 'cancelled',
    });
  });

  it('fails, and does not hang, when its fonts are not there', async () => {
    const trip = aBareTrip();
    const printed = await press.print('no-fonts', {
      records: [trip],
      tripId: trip.id,
      fontsFolder: join(press.folder, 'nowhere'),
    });
    expect(printed).toMatchObject({ ok: false, code: expect.stringContaining('font') });
  });
});

function aLongVisit() {
  const first = day('2026-01-01');
  const trip = aBareTrip({ firstDay: first, lastDay: daysLater(first, 91), reference: 'LONG' });
  const records: AnyRecord[] = [trip];
  for (let at = 0; at < 92; at += 1) {
    const item = aRecord('itinerary-item', {
      tripId: trip.id,
      title: english(`Visit no. ${String(at + 1)} (sample)`),
      day: daysLater(first, at),
      start: time('09:00'),
      end: time('11:00'),
      kind: 'site-visit',
      status: 'confirmed',
    });
    const meeting = aRecord('meeting', {
      tripId: trip.id,
      itineraryItemId: item.id,
      title: item.title,
      day: item.day,
      start: item.start,
    });
    const markdown = 'They spoke of their plans. 雙方討論企業計劃。 '.repeat(20);
    const blocks = [{ id: nextId(), authorId: nextId(), begunAt: instant('2026-02-24T01:00:00.000Z'), markdown }];
    records.push(item, meeting, aRecord('note', { meetingId: meeting.id, blocks }));
    records.push(
      aRecord('follow-up', { tripId: trip.id, title: `Action no. ${String(at + 1)}`, due: daysLater(first, 100 + at) }),
    );
  }
  return { trip, records };
}

/** The smallest PNG: one pixel. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
