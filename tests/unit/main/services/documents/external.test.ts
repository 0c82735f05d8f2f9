import { describe, expect, it } from '@jest/globals';
import { composeDocument } from '@main/services/documents/compose';
import { chinaTime } from '@shared/dates';
import { documentKinds, sectionsOf, usualChoices } from '@shared/documents/choices';
import type { AnyRecord } from '@shared/domain/records';
import { writtenForms } from '@shared/domain/values';
import type { LocalisedText } from '@shared/domain/values';
import fc from 'fast-check';
import { textOf } from '../../../../builders/composed';
import { aRecord, day, instant, nextId, programmeItem } from '../../../../builders/records';
import { aBareTrip, aReader } from '../../../../builders/report-trip';

const sensitive = 'Nightingale';
const withheld = {
  enterprise: { en: 'Obsidian Harbour Limited', zhHant: '黑曜海港有限公司', zhHans: '黑曜海港有限公司' },
  short: 'Obsidian Harbour',
  person: {
    family: { en: 'Quill', zhHant: '闕', zhHans: '阙' },
    given: { en: 'Marguerite', zhHant: '夢瑤', zhHans: '梦瑶' },
  },
};
const secrets = [
  sensitive,
  withheld.short,
  withheld.enterprise.zhHant,
  'Marguerite Quill',
  'Ms Quill',
  '闕夢瑤',
  '阙梦瑶',
  'Vermilion',
];

/** A mobile number of the mainland or a number of Hong Kong, as its digits. */
const number = fc.oneof(
  fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String),
  fc.integer({ min: 50_000_000, max: 99_999_999 }).map(String),
);
const wechatId = fc
  .tuple(fc.constantFrom('wx', 'id', 'me'), fc.integer({ min: 1000, max: 9999 }), fc.constantFrom('-', '_'))
  .map(([before, digits, sign]) => `${before}${sign}zq${digits}`);
const gap = fc.constantFrom('', ' ', '-', '.', '\u00a0');
const code = fc.constantFrom('', '+86 ', '+852-', '0086', '(852) ', '86-');

/** The number with other groups, and with or without the code of a country. */
function written(digits: string, gaps: readonly string[], before: string): string {
  return before + Array.from(digits, (digit, at) => digit + (gaps[at] ?? '')).join('');
}

const words = fc.constantFrom(
  'Agreed to meet',
  '雙方同意再次會面',
  'See page 3',
  '详情见附件',
  'ask for the list',
  '**bold**',
);
/** What somebody may have typed on a line: words, with something in it that is for the house only. */
const line = (leaks: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(words, fc.constantFrom('', ...leaks), words).map((parts) => parts.filter((part) => part !== '').join(', '));

function typedWith(leaks: readonly string[]): fc.Arbitrary<{ one: string; several: string; forms: LocalisedText }> {
  const one = line(leaks);
  const several = fc
    .array(
      fc.oneof(
        one,
        one.map((text) => `[sensitive] ${text}, ${sensitive}`),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((lines) => lines.join('\n\n'));
  const forms = fc.record({ en: one, zhHant: one, zhHans: one });
  return fc.record({ one, several, forms });
}

interface Typed {
  readonly number: string;
  readonly wechatId: string;
  readonly text: { one: string; several: string; forms: LocalisedText };
}

/** A trip in which the same words stand wherever somebody can type. */
function aStore({ number: phone, wechatId: id, text }: Typed): AnyRecord[] {
  const { one, several, forms } = text;
  const city = { id: nextId(), name: forms, zone: chinaTime };
  const trip = aBareTrip({
    reference: one,
    title: forms,
    purpose: several,
    objectives: [one],
    cities: [city],
    observations: several,
    conclusions: several,
    budget: [{ id: nextId(), description: one, amount: { currency: 'HKD', minor: 100 } }],
  });
  const ours = aRecord('person', {
    side: 'ours',
    familyName: { en: 'Officer', zhHant: '', zhHans: '' },
    givenName: forms,
    honorific: 'ms',
    phones: [phone],
    wechatId: id,
    post: forms,
  });
  const theirs = aRecord('person', {
    familyName: { en: 'Host', zhHant: '東', zhHans: '' },
    givenName: forms,
    romanisation: one,
    remarks: several,
    assistant: one,
    phones: [`+86 ${phone}`],
    emails: [`a.${phone}@mail.example`],
  });
  const secret = aRecord('person', {
    familyName: withheld.person.family,
    givenName: withheld.person.given,
    honorific: 'ms',
    classification: 'restricted',
  });
  const open = aRecord('organisation', {
    legalName: forms,
    shortNames: [one],
    city: forms,
    province: forms,
    address: forms,
    size: one,
    revenue: one,
    listing: one,
    profile: several,
    hongKongPresenceDetail: several,
    sectors: ['fintech'],
    accountManagerId: secret.id,
  });
  const hidden = aRecord('organisation', {
    legalName: withheld.enterprise,
    shortNames: [withheld.short],
    profile: 'Vermilion',
    classification: 'confidential',
  });
  const posts = [open, hidden].flatMap((organisation) =>
    [theirs, secret].map((person) =>
      aRecord('affiliation', {
        personId: person.id,
        organisationId: organisation.id,
        jobTitle: forms,
        isPrimary: organisation === hidden,
      }),
    ),
  );
  const member = aRecord('delegation-member', {
    tripId: trip.id,
    personId: ours.id,
    role: 'head',
    precedence: 1,
    travelContact: one,
  });
  const secretMember = aRecord('delegation-member', { tripId: trip.id, personId: secret.id, precedence: 2 });
  const more = {
    title: forms,
    place: forms,
    address: forms,
    dress: one,
    gifts: one,
    talkingPoints: several,
    runningOrder: several,
    cityId: city.id,
    hostContactIds: [secret.id, theirs.id],
  };
  const visit = programmeItem(trip.id, '09:00', '10:00', { ...more, hostOrganisationId: open.id });
  const hiddenVisit = programmeItem(trip.id, '11:00', '12:00', {
    ...more,
    hostOrganisationId: hidden.id,
    title: { en: 'Vermilion', zhHant: '', zhHans: '' },
  });
  const train = programmeItem(trip.id, '13:00', '14:00', {
    ...more,
    kind: 'transport',
    transport: { mode: 'train', number: one, from: one, to: one, seat: one, bookingReference: one },
  });
  const fields = {
    tripId: trip.id,
    day: trip.firstDay,
    title: forms,
    outcome: several,
    intention: several,
    theirAttendeeIds: [secret.id, theirs.id],
    ourAttendeeIds: [ours.id, secret.id],
    status: 'complete' as const,
  };
  const meeting = aRecord('meeting', { ...fields, itineraryItemId: visit.id, organisationIds: [open.id, hidden.id] });
  const hiddenMeeting = aRecord('meeting', { ...fields, outcome: 'Vermilion', organisationIds: [hidden.id] });
  const restrictedMeeting = aRecord('meeting', {
    ...fields,
    outcome: 'Vermilion',
    organisationIds: [open.id],
    classification: 'restricted',
  });
  const block = (markdown: string) => ({
    id: nextId(),
    authorId: secret.id,
    begunAt: instant('2026-02-24T01:00:00.000Z'),
    markdown,
  });
  const notes = [
    aRecord('note', {
      meetingId: meeting.id,
      blocks: [block(several), block(`- [ask] ${one}\n- [quote] ${one}\n- [sensitive] [ask] ${sensitive}`)],
    }),
    aRecord('note', { meetingId: meeting.id, blocks: [block('[quote] Vermilion')], classification: 'restricted' }),
    aRecord('note', { organisationId: open.id, blocks: [block(`[theirs] ${one}`)] }),
  ];
  const followUp = { title: one, detail: several, referredTo: one, tripId: trip.id, ownerId: ours.id };
  const followUps = [
    aRecord('follow-up', { ...followUp, organisationId: open.id, meetingId: meeting.id }),
    aRecord('follow-up', { ...followUp, title: 'Vermilion', organisationId: hidden.id }),
    aRecord('follow-up', { ...followUp, title: 'Vermilion', meetingId: restrictedMeeting.id, status: 'done' }),
    aRecord('follow-up', { ...followUp, title: sensitive, noteLine: `[sensitive] ${sensitive}` }),
    aRecord('follow-up', { ...followUp, title: 'Vermilion', classification: 'restricted' }),
  ];
  const move = {
    from: null,
    to: 'visited' as const,
    at: instant('2026-02-24T02:00:00.000Z'),
    by: secret.id,
    meetingId: meeting.id,
  };
  const projects = [open, hidden].map((organisation) =>
    aRecord('investment-project', {
      organisationId: organisation.id,
      title: organisation === hidden ? 'Vermilion' : one,
      asks: several,
      competingLocations: [one],
      standingReason: several,
      stageLog: [move],
    }),
  );
  const file = {
    sha256: '0'.repeat(64),
    name: one,
    mime: 'image/png',
    size: 1,
    caption: several,
    isInReport: true,
    position: 1,
  };
  const files = [
    aRecord('attachment', { ...file, tripId: trip.id }),
    aRecord('attachment', { ...file, meetingId: meeting.id }),
    aRecord('attachment', { ...file, mime: 'application/pdf', tripId: trip.id }),
    aRecord('attachment', { ...file, caption: 'Vermilion', tripId: trip.id, organisationId: hidden.id }),
    aRecord('attachment', {
      ...file,
      name: 'Vermilion',
      mime: 'application/pdf',
      tripId: trip.id,
      classification: 'restricted',
    }),
  ];
  return [
    trip,
    ours,
    theirs,
    secret,
    open,
    hidden,
    ...posts,
    member,
    secretMember,
    visit,
    hiddenVisit,
    train,
    meeting,
    hiddenMeeting,
    restrictedMeeting,
    ...notes,
    ...followUps,
    ...projects,
    ...files,
  ];
}

const typed: fc.Arbitrary<Typed> = fc
  .tuple(number, wechatId, fc.array(gap, { minLength: 11, maxLength: 11 }), code)
  .chain(([phone, id, gaps, before]) =>
    fc.record({
      number: fc.constant(phone),
      wechatId: fc.constant(id),
      text: typedWith([
        written(phone, gaps, before),
        id,
        id.toUpperCase(),
        id.replace(/[-_]/, ' '),
        withheld.short,
        withheld.enterprise.zhHant,
        'Marguerite Quill',
        'Ms Quill',
        '闕夢瑤',
      ]),
    }),
  );

const kinds = documentKinds.filter((kind) => kind !== 'own');

describe('an external document', () => {
  it.each(kinds)(
    'tells nothing restricted, nothing sensitive and no known number, wherever it was typed: %s',
    (kind) => {
      fc.assert(
        fc.property(typed, fc.constantFrom(...writtenForms), (given, form) => {
          const records = aStore(given);
          const [trip] = records;
          const choices = {
            ...usualChoices(kind),
            form,
            sections: [...sectionsOf[kind]],
            audience: 'external' as const,
            isWithSensitive: true,
          };
          const made = composeDocument(aReader(records), trip?.id ?? '', choices, day('2026-03-02'));
          if (!made.ok) throw new Error(made.failure.code);
          const text = textOf(made.value.document);
          expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
          expect(text.replaceAll(/[\s\-.()]/g, '')).not.toContain(given.number);
          expect(text.toLowerCase().replaceAll(/[\s\-_]/g, '')).not.toContain(given.wechatId.replace(/[-_]/, ''));
          expect(made.value.document.marking.classification).toBe('unclassified');
        }),
        { numRuns: 40 },
      );
    },
  );

  it('would be found to tell: the same trip inside the house has all of it', () => {
    const [given] = fc.sample(typed, { numRuns: 1, seed: 7 });
    if (given === undefined) throw new Error('Nothing was made.');
    const several = `[sensitive] ${sensitive}\n\n${given.number}, Marguerite Quill`;
    const records = aStore({ ...given, text: { ...given.text, several } });
    const choices = { ...usualChoices('report'), isWithSensitive: true };
    const made = composeDocument(aReader(records), records[0]?.id ?? '', choices, day('2026-03-02'));
    if (!made.ok) throw new Error(made.failure.code);
    const text = textOf(made.value.document);
    const told = [sensitive, given.number, 'Marguerite Quill', withheld.short, 'Vermilion'];
    expect(told.filter((secret) => !text.includes(secret))).toEqual([]);
  });
});
