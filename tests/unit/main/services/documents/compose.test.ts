import { beforeAll, describe, expect, it } from '@jest/globals';
import { composeDocument, leftOutOf } from '@main/services/documents/compose';
import type { ComposedDocument } from '@main/services/documents/compose';
import { plantSampleTrip } from '@main/services/sample-trip';
import type { Reader } from '@main/storage/store';
import { chinaTime, daysLater } from '@shared/dates';
import { documentKinds, usualChoices } from '@shared/documents/choices';
import type { DocumentChoices } from '@shared/documents/choices';
import type { AnyRecord } from '@shared/domain/records';
import { recordTypes } from '@shared/domain/records';
import { writtenForms } from '@shared/domain/values';
import type { RecordId } from '@shared/domain/values';
import { problemsIn, textOf } from '../../../../builders/composed';
import { aRecord, day, english, instant, nextId, programmeItem } from '../../../../builders/records';
import { aBareTrip, aPerson, aReader, aVisit, threeForms } from '../../../../builders/report-trip';
import { aTemporaryStore } from '../../../../builders/store';

const today = day('2026-03-02');
const kinds = documentKinds.filter((kind) => kind !== 'own');

function composed(reader: Reader, tripId: RecordId, choices: DocumentChoices): ComposedDocument {
  const made = composeDocument(reader, tripId, choices, today);
  if (!made.ok) throw new Error(made.failure.code);
  return made.value;
}

function of(records: readonly AnyRecord[], choices: Partial<DocumentChoices> & Pick<DocumentChoices, 'kind'>) {
  const trip = records.find((record) => record.type === 'trip');
  return composed(aReader(records), trip?.id ?? '', { ...usualChoices(choices.kind), ...choices });
}

/** A trip of so many days with a meeting on each, every third one of them written about. */
function aTripOf(days: number): AnyRecord[] {
  const trip = aBareTrip({
    firstDay: day('2026-02-01'),
    lastDay: daysLater(day('2026-02-01'), days - 1),
    cities: [{ id: nextId(), name: threeForms('Hangzhou', '杭州', '杭州'), zone: chinaTime }],
    purpose: '加強與企業的聯繫。',
  });
  const host = aRecord('organisation', {
    legalName: threeForms('Example Works (sample)', '示例製作（樣本）', '示例制作（样本）'),
  });
  const items = Array.from({ length: days }, (_, at) =>
    programmeItem(trip.id, '09:00', '10:00', {
      day: daysLater(trip.firstDay, at),
      status: 'confirmed',
      hostOrganisationId: host.id,
    }),
  );
  const meetings = items
    .filter((_, at) => at % 3 === 0)
    .map((item) =>
      aRecord('meeting', {
        tripId: trip.id,
        itineraryItemId: item.id,
        organisationIds: [host.id],
        day: item.day,
        outcome: 'They will think about it. '.repeat(12),
        status: 'complete',
      }),
    );
  return [trip, host, ...items, ...meetings];
}

describe('a document of the sample trip', () => {
  let records: AnyRecord[] = [];
  beforeAll(async () => {
    const temporary = await aTemporaryStore();
    const planted = await plantSampleTrip(temporary.context, '陳大文');
    if (!planted.ok) throw new Error(planted.failure.code);
    records = recordTypes.flatMap((type): AnyRecord[] => [...temporary.context.store.all(type)]);
    await temporary.remove();
  });

  /** The sample trip is restricted; here it is not, and its restricted meeting stays so. */
  const free = (): AnyRecord[] =>
    records.map((record) => (record.type === 'trip' ? { ...record, classification: 'unclassified' as const } : record));

  const cases = kinds.flatMap((kind) =>
    writtenForms.flatMap((form) =>
      (['internal', 'external'] as const).flatMap((audience) =>
        ([null, 'zhHant'] as const).map((beside) => [kind, form, audience, beside] as const),
      ),
    ),
  );
  it.each(cases)('is whole: %s in %s, %s, beside it %s', (kind, form, audience, beside) => {
    const { document, placeholders } = of(free(), { kind, form, audience, beside });
    expect(problemsIn(document)).toEqual([]);
    expect(placeholders > 0).toBe(kind === 'press');
    expect(document.sections.length).toBeGreaterThan(0);
    if (audience === 'external') expect(document.marking.classification).toBe('unclassified');
  });

  it.each(kinds)('tells nobody outside what is restricted, sensitive or personal: %s', (kind) => {
    const { document, leftOut } = of(free(), { kind, audience: 'external', isWithSensitive: true });
    const text = textOf(document);
    expect(text).not.toMatch(/0000 ?0\d{3}|000 ?0000|sample-(?:gu|shen|luo|bai)/);
    // The meeting with this enterprise is restricted.
    expect(text).not.toMatch(/customer engineering|We do not need the cheapest place/);
    expect(leftOut.restrictedRecords).toBeGreaterThan(0);
  });

  it('says before it is made what is left out', () => {
    const choices: DocumentChoices = { ...usualChoices('contacts'), audience: 'external' };
    const reader = aReader(free());
    const tripId = records.find(({ type }) => type === 'trip')?.id ?? '';
    const said = leftOutOf(reader, tripId, choices, today);
    expect(said).toEqual({ ok: true, value: composed(reader, tripId, choices).leftOut });
    expect(said).toMatchObject({ value: { personalNumbers: expect.any(Number) } });
  });

  it('is marked as its most restricted part', () => {
    expect(of(free(), { kind: 'report' }).document.marking).toEqual({
      classification: 'restricted',
      words: 'Restricted',
    });
    expect(of(free(), { kind: 'report', form: 'zhHant' }).document.marking.words).toBe('限閱');
  });

  it('names enterprises by their kind and nobody else than the head in a release', () => {
    const text = textOf(of(free(), { kind: 'press' }).document);
    expect(text).toContain(
      'Director-General of Office for Attracting Strategic Enterprises Concludes Visit to Hangzhou and Shenzhen',
    );
    expect(text).toContain('today (March 2) concluded a visit to Hangzhou and Shenzhen');
    expect(text).toContain('Ends/Monday, March 2, 2026');
    expect(text).not.toMatch(/Lantern|Myth|Stridewell|Lakeview|Citysense|Shen\b|Luo|Yeung/);
  });

  it('is a release in Chinese as the Government writes one', () => {
    const text = textOf(of(free(), { kind: 'press', form: 'zhHant' }).document);
    expect(text).toContain('引進重點企業辦公室主任結束杭州及深圳訪問行程');
    expect(text).toContain('今日（三月二日）');
    expect(text).toMatch(/\n完\n２０２６年３月２日（星期一）\n香港時間【時間】\n/);
  });
});

describe('a document of a trip', () => {
  it('is not found when the trip is not there or in the Trash', () => {
    const trip = { ...aBareTrip(), deletedAt: instant('2026-03-01T00:00:00.000Z') };
    const choices = usualChoices('summary');
    expect(composeDocument(aReader([]), nextId(), choices, today)).toMatchObject({ failure: { code: 'not-found' } });
    expect(composeDocument(aReader([trip]), trip.id, choices, today)).toMatchObject({ failure: { code: 'not-found' } });
  });

  it.each(['restricted', 'confidential'] as const)('has no external version when the trip is %s', (classification) => {
    const trip = aBareTrip({ classification });
    const make = (choices: DocumentChoices) => composeDocument(aReader([trip]), trip.id, choices, today);
    const failure = { ok: false, failure: { code: 'no-external-version' } };
    expect(make({ ...usualChoices('summary'), audience: 'external' })).toEqual(failure);
    // A release is for readers outside, whatever was chosen.
    expect(make({ ...usualChoices('press'), audience: 'internal' })).toEqual(failure);
    expect(make(usualChoices('summary'))).toMatchObject({ ok: true });
  });

  const trips: [string, () => AnyRecord[]][] = [
    ['nothing at all', () => [aBareTrip()]],
    ['one day', () => aTripOf(1)],
    ['forty days', () => aTripOf(40)],
    ['everything', () => aVisit().records],
  ];
  it.each(
    trips.flatMap(([name, make]) =>
      kinds.flatMap((kind) => writtenForms.map((form) => [kind, name, form, make] as const)),
    ),
  )('is whole: %s of a trip with %s in %s', (kind, _name, form, make) => {
    const records = make();
    for (const audience of ['internal', 'external'] as const) {
      expect(problemsIn(of(records, { kind, form, audience }).document)).toEqual([]);
    }
  });

  it('says on one page how many visits of a long trip are not on it', () => {
    const text = textOf(of(aTripOf(40), { kind: 'summary' }).document);
    const left = Number(/(\d+) more visits are in the report/.exec(text)?.[1]);
    const shown = text.match(/\d\d:\d\d \(sample\)/g)?.length ?? 0;
    expect(left).toBeGreaterThan(20);
    expect(shown + left).toBe(40);
  });

  it('has the sections that were chosen, in their order, and nothing is read for the others', () => {
    const { trip, records } = aVisit();
    const told = records.map((record) => (record === trip ? { ...trip, conclusions: '[sensitive] a price' } : record));
    const made = of(told, { kind: 'summary', sections: ['follow-ups', 'visits'] });
    expect(made.document.sections.map(({ id }) => id)).toEqual(['follow-ups', 'visits']);
    expect(made.leftOut.sensitiveLines).toBe(0);
    expect(of(told, { kind: 'summary' }).leftOut.sensitiveLines).toBe(1);
  });

  it('is a booklet of what one member attends: what names nobody is for everybody', () => {
    const trip = aBareTrip();
    const [mine, other] = [
      aPerson('Lau Vivian', '劉慧珊', { side: 'ours' }),
      aPerson('Ho Kelvin', '何啟峰', { side: 'ours' }),
    ];
    const titled = (title: string, participantIds: RecordId[], more = {}) =>
      programmeItem(trip.id, '09:00', '10:00', { title: english(title), participantIds, ...more });
    const items = [
      titled('For everybody', []),
      titled('For her', [mine.id]),
      titled('For him', [other.id]),
      titled('She interprets', [other.id], { interpreterId: mine.id }),
    ];
    const made = of([trip, mine, other, ...items], { kind: 'booklet', personId: mine.id });
    const text = textOf(made.document);
    expect(text).toMatch(/For everybody|For her|She interprets/);
    expect(['For everybody', 'For her', 'She interprets', 'For him'].filter((title) => text.includes(title))).toEqual([
      'For everybody',
      'For her',
      'She interprets',
    ]);
    expect(made.document.cover?.facts.some(({ value }) => value[0]?.text.includes('Vivian Lau'))).toBe(true);
  });

  it('has no page of numbers in a booklet for readers outside, and counts them', () => {
    const trip = aBareTrip();
    const person = aPerson('Lau Vivian', '劉慧珊', {
      side: 'ours',
      phones: ['+852 9123 4567'],
      wechatId: 'vivian-lau-88',
    });
    const member = aRecord('delegation-member', { tripId: trip.id, personId: person.id, precedence: 1 });
    const inside = of([trip, person, member], { kind: 'booklet' });
    expect(inside.document.sections.map(({ id }) => id)).toContain('contacts');
    const outside = of([trip, person, member], { kind: 'booklet', audience: 'external' });
    expect(outside.document.sections.map(({ id }) => id)).not.toContain('contacts');
    expect(outside.leftOut.personalNumbers).toBe(2);
  });

  it('quotes in a release only what was marked, chosen and is not sensitive', () => {
    const trip = aBareTrip();
    const meeting = aRecord('meeting', { tripId: trip.id, day: trip.firstDay });
    const markdown = '- [quote] We come.\n- [sensitive] [quote] For a price.\n- They may come.';
    const note = aRecord('note', {
      meetingId: meeting.id,
      blocks: [{ id: nextId(), authorId: nextId(), begunAt: instant('2026-02-24T01:00:00.000Z'), markdown }],
    });
    const records = [trip, meeting, note];
    expect(textOf(of(records, { kind: 'press' }).document)).not.toMatch(/come|price/);
    const chosen = of(records, { kind: 'press', sections: ['quotes'], isWithSensitive: true });
    expect(textOf(chosen.document)).toContain('【name and post of the speaker】 said, “We come.”');
    expect(textOf(chosen.document)).not.toMatch(/price|may come/);
  });

  it('counts the places that a release leaves to somebody, and no bracket that somebody typed', () => {
    const trip = aBareTrip({ purpose: 'To meet 【all】 of them.' });
    const { document, placeholders } = of([trip], { kind: 'press' });
    const body = textOf({ ...document, name: '', fileName: '' });
    expect(body.match(/【/g)?.length).toBe(placeholders);
    expect(body).toContain('The visit aimed to meet ［all］ of them.');
  });

  it('follows a template of the office’s own, in which no known number stands for readers outside', () => {
    const trip = aBareTrip();
    const person = aPerson('Lau Vivian', '劉慧珊', { phones: ['+852 9123 4567'] });
    const template = aRecord('document-template', {
      name: 'Note for file',
      markdown: 'About {{title}}.\n\nAsk 9123-4567.',
    });
    const choices = { kind: 'own', templateId: template.id } as const;
    const inside = of([trip, person, template], choices);
    expect(textOf(inside.document)).toContain('9123-4567');
    expect(inside.document.fileName).toContain('Note for file');
    const outside = of([trip, person, template], { ...choices, audience: 'external' });
    expect(textOf(outside.document)).not.toContain('4567');
    expect(outside.leftOut.personalNumbers).toBe(1);
  });

  it('is not made without its template', () => {
    const trip = aBareTrip();
    const choices = { ...usualChoices('own'), templateId: nextId() };
    expect(composeDocument(aReader([trip]), trip.id, choices, today)).toMatchObject({
      failure: { code: 'not-found', type: 'document-template' },
    });
  });
});
