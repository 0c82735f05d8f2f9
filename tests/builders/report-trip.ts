import { chinaTime } from '@shared/dates';
import type { AnyRecord, RecordOf, RecordType } from '@shared/domain/records';
import { idsAt } from '@shared/domain/relations';
import type { LocalisedText } from '@shared/domain/values';
import type { Reader } from '@main/storage/store';
import { aRecord, day, english, instant, nextId, time } from './records';

export type Trip = RecordOf<'trip'>;

/** A reader of a handful of records, as the store would show them. */
export function aReader(records: readonly AnyRecord[]): Reader {
  const of = <T extends RecordType>(type: T): RecordOf<T>[] =>
    records.filter((record): record is RecordOf<T> & AnyRecord => record.type === type);
  return {
    get: (type, id) => of(type).find((record) => record.id === id),
    all: (type) => of(type).filter((record) => record.deletedAt === null),
    trashed: (type) => of(type).filter((record) => record.deletedAt !== null),
    naming: (type, field, id) =>
      of(type).filter((record) => record.deletedAt === null && idsAt(record, field).includes(id)),
  };
}

export function threeForms(en: string, zhHant: string, zhHans: string): LocalisedText {
  return { en, zhHant, zhHans };
}

/** A trip that holds nothing but what a trip must have. */
export function aBareTrip(fields: Partial<Trip> = {}): Trip {
  return aRecord(
    'trip',
    { title: english('A visit (sample)'), firstDay: day('2026-02-24'), lastDay: day('2026-02-26'), ...fields },
    fields.id === undefined ? {} : { id: fields.id },
  );
}

export function aPerson(en: string, zhHant: string, fields: Partial<RecordOf<'person'>> = {}): RecordOf<'person'> {
  const [family = '', ...given] = en.split(' ');
  return aRecord('person', {
    familyName: threeForms(family, zhHant.slice(0, 1), fields.familyName?.zhHans ?? ''),
    givenName: threeForms(given.join(' '), zhHant.slice(1), fields.givenName?.zhHans ?? ''),
    ...fields,
  });
}

const discussions = [
  `## Where the sector stands

The founders described three years of work on **spatial intelligence** and said that orders from abroad now make up a third of the order book. 他們指出，出口認證是目前最大的瓶頸。

- Asked which laboratory in Hong Kong may issue test reports that buyers in Europe accept.
- Would value *an introduction* to two universities; see [the list](https://example.org/list).
  - One for perception, one for materials.
- Needs a site of about 2,000 square metres from 2027.

> “If the people can come, the work will follow.”

| Question | Answer |
| --- | --- |
| Staff in Hong Kong by 2028 | 120 |
| First investment | HK$ 300 million |`,
  `The head of the delegation set out the Government's commitment to innovation and technology, the talent pool and the working of the common law.

企业代表介绍了智慧城市平台的最新进展，并询问香港对数据跨境流动的安排。双方同意在三月底以前再次会面，讨论落地方案。

1. Cross-boundary data: asked for a named contact.
2. Listing: not before 2028.

Hostile words stay words: <script>alert(1)</script> <img src=x onerror=alert(1)> ![a picture](https://example.org/a.png)`,
  `A tour of the building, with a talk on how its tenants share laboratories. The host stressed that two thirds of the tenants are younger than five years.`,
];

/** A finished visit of three days to two cities, by invented people to invented enterprises, in every written form. */
export function aVisit(): { trip: Trip; records: AnyRecord[] } {
  const hangzhou = { id: nextId(), name: threeForms('Hangzhou', '杭州', '杭州'), zone: chinaTime };
  const shenzhen = { id: nextId(), name: threeForms('Shenzhen', '深圳', '深圳'), zone: chinaTime };
  const line = (description: string, currency: 'HKD' | 'CNY', minor: number) => ({
    id: nextId(),
    description,
    amount: { currency, minor },
  });
  const trip = aRecord('trip', {
    reference: 'OASES/DV/2026-07',
    title: threeForms(
      'Duty visit to Hangzhou and Shenzhen (sample)',
      '杭州及深圳職務訪問（樣本）',
      '杭州及深圳职务访问（样本）',
    ),
    purpose:
      'To strengthen ties with enterprises in innovation and technology in the two cities, to learn how artificial intelligence, robotics and technology-driven creative industries develop there, and to invite enterprises that think of going abroad to do so from Hong Kong.\n\nThe visit follows the decision to seek out cultural and creative enterprises that integrate technology into their work.',
    objectives: [
      'Meet the founders of four enterprises and hear what they intend in Hong Kong.',
      'Learn how Hangzhou brings laboratories, investors and young enterprises under one roof.',
      'Agree on a next step, a date and a person with each enterprise that is interested.',
    ],
    cities: [hangzhou, shenzhen],
    firstDay: day('2026-02-24'),
    lastDay: day('2026-02-26'),
    status: 'concluded',
    budget: [line('Transport', 'HKD', 4_200_000), line('Hotels', 'CNY', 1_890_000), line('Gifts', 'HKD', 300_000)],
    expenditure: [
      line('Transport', 'HKD', 3_985_050),
      line('Hotels', 'CNY', 2_014_000),
      line('Interpretation', 'CNY', 420_000),
    ],
    observations:
      'Enterprises that grew up in the last five years look abroad earlier than those before them. What they ask for first is not money but certainty: about data, about visas for their engineers, and about which laboratory’s “report” is accepted where.\n\n受訪企業普遍認為，香港最大的優勢在於國際認可的標準和法律制度。',
    conclusions:
      'Two of the four enterprises wish to set up in Hong Kong within eighteen months. It is proposed that an account manager be named for each, and that the follow-up actions below be reviewed at the end of March.',
  });
  const ours = [
    aPerson('Fictional Alexander', '范立山', {
      side: 'ours',
      honorific: 'mr',
      post: threeForms('Director-General (sample)', '總監（樣本）', '总监（样本）'),
    }),
    aPerson('Sample Beatrice', '沈碧芝', {
      side: 'ours',
      honorific: 'ms',
      post: english('Head, Mainland Team (sample)'),
    }),
    aPerson('Invented Charles', '殷其俊', { side: 'ours', post: english('Manager, Artificial Intelligence (sample)') }),
  ];
  const roles = ['head', 'member', 'liaison'] as const;
  const members = ours.map((person, index) =>
    // Written in the wrong order on purpose: precedence decides.
    aRecord('delegation-member', {
      tripId: trip.id,
      personId: person.id,
      role: roles[index] ?? 'member',
      precedence: index + 1,
    }),
  );
  const organisations = [
    threeForms(
      'West Lake Spatial Intelligence Limited (sample)',
      '西湖空間智能有限公司（樣本）',
      '西湖空间智能有限公司（样本）',
    ),
    threeForms('Example Animation Studio (sample)', '示例動畫工作室（樣本）', '示例动画工作室（样本）'),
    threeForms('Hanggang Technology Building', '杭鋼科技大廈', '杭钢科技大厦'),
    threeForms('Nanshan Urban Brain Limited (sample)', '南山城市大腦有限公司（樣本）', '南山城市大脑有限公司（样本）'),
  ].map((legalName) => aRecord('organisation', { legalName, city: english('Hangzhou') }));
  const theirs = [
    ['Qian Tangsheng', '錢塘生', '钱', '塘生', 'Founder and Chairman (sample)'],
    ['Xi Huyue', '席湖月', '席', '湖月', 'Chief Scientist (sample)'],
    ['Lu Donghua', '陸動畫', '陆', '动画', 'Co-founder (sample)'],
    ['Gang Hang', '剛杭', '刚', '杭', 'General Manager (sample)'],
    ['Nan Shan', '南杉', '南', '杉', 'Vice President, International (sample)'],
  ].map(([en = '', zhHant = '', family = '', given = '', title = '']) => ({
    person: aPerson(en, zhHant, {
      familyName: threeForms(en.split(' ')[0] ?? '', zhHant.slice(0, 1), family),
      givenName: threeForms(en.split(' ')[1] ?? '', zhHant.slice(1), given),
    }),
    title,
  }));
  const hosts = [0, 0, 1, 2, 3];
  const posts = theirs.map(({ person, title }, index) =>
    aRecord('affiliation', {
      personId: person.id,
      organisationId: organisations[hosts[index] ?? 0]?.id ?? '',
      jobTitle: threeForms(title, '', index === 0 ? '创始人、董事长' : ''),
      from: day('2020-01-01'),
    }),
  );
  const items = [
    anItem(trip.id, 'transport', english('Train to Hangzhou'), '2026-02-24', '08:05', '14:20', {
      transport: {
        mode: 'train',
        number: 'G5652',
        from: 'Hong Kong West Kowloon',
        to: 'Hangzhou East',
        seat: '',
        bookingReference: '',
      },
      status: 'confirmed',
    }),
    anItem(trip.id, 'meeting', organisations[0]?.legalName ?? english(''), '2026-02-24', '15:30', '17:15', {
      cityId: hangzhou.id,
      hostOrganisationId: organisations[0]?.id ?? null,
      place: threeForms('Headquarters, Binjiang District', '濱江區總部', '滨江区总部'),
      status: 'confirmed',
    }),
    anItem(trip.id, 'hotel', english('Lakeside Hotel (sample)'), '2026-02-24', '20:00', '08:00', {
      cityId: hangzhou.id,
      endDay: day('2026-02-26'),
      status: 'confirmed',
    }),
    anItem(trip.id, 'site-visit', organisations[1]?.legalName ?? english(''), '2026-02-25', '09:30', '11:00', {
      cityId: hangzhou.id,
      hostOrganisationId: organisations[1]?.id ?? null,
      hostContactIds: [theirs[2]?.person.id ?? ''],
      participantIds: [ours[0]?.id ?? '', ours[2]?.id ?? ''],
      status: 'confirmed',
    }),
    anItem(
      trip.id,
      'site-visit',
      threeForms('Tour of Hanggang Technology Building', '參觀杭鋼科技大廈', '参观杭钢科技大厦'),
      '2026-02-25',
      '14:00',
      '15:30',
      {
        cityId: hangzhou.id,
        hostOrganisationId: organisations[2]?.id ?? null,
        status: 'confirmed',
      },
    ),
    anItem(trip.id, 'banquet', english('Dinner given by the host (sample)'), '2026-02-25', '18:30', '20:30', {
      cityId: hangzhou.id,
    }),
    anItem(trip.id, 'courtesy-call', english('Call that did not take place'), '2026-02-25', '16:00', '17:00', {
      cityId: hangzhou.id,
      status: 'cancelled',
    }),
    anItem(trip.id, 'meeting', organisations[3]?.legalName ?? english(''), '2026-02-26', '14:30', '16:30', {
      cityId: shenzhen.id,
      hostOrganisationId: organisations[3]?.id ?? null,
      status: 'confirmed',
    }),
  ];
  const meetingOf = (
    itemAt: number,
    organisationAt: number,
    theirsAt: readonly number[],
    fields: Partial<RecordOf<'meeting'>>,
  ) => {
    const item = items[itemAt];
    return aRecord('meeting', {
      tripId: trip.id,
      itineraryItemId: item?.id ?? null,
      title: item?.title ?? english(''),
      organisationIds: [organisations[organisationAt]?.id ?? ''],
      day: item?.day ?? day('2026-02-24'),
      start: item?.start ?? null,
      end: item?.end ?? null,
      ourAttendeeIds: ours.map((person) => person.id),
      theirAttendeeIds: theirsAt.map((at) => theirs[at]?.person.id ?? ''),
      status: 'complete',
      ...fields,
    });
  };
  const meetings = [
    meetingOf(1, 0, [0, 1], {
      outcome:
        'The enterprise will send its requirements for a laboratory by the middle of March; the office will answer within two weeks.',
      intention: 'Regional headquarters and a laboratory for perception, with about 120 staff by 2028.',
      classification: 'restricted',
    }),
    meetingOf(4, 2, [3], {}),
    meetingOf(7, 3, [4], { intention: '计划于2027年在香港设立国际业务总部及数据中心。', status: 'draft' }),
  ];
  const notes = meetings.map((meeting, index) =>
    aRecord('note', {
      meetingId: meeting.id,
      blocks: [
        {
          id: nextId(),
          authorId: ours[1]?.id ?? '',
          begunAt: instant('2026-02-24T07:30:00.000Z'),
          markdown: discussions[[0, 2, 1][index] ?? 0] ?? '',
        },
      ],
    }),
  );
  const followUps = [
    aRecord('follow-up', {
      title: 'Name a laboratory whose reports buyers in Europe accept',
      detail: 'Ask the accreditation service first.',
      ownerId: ours[1]?.id ?? null,
      due: day('2026-03-13'),
      tripId: trip.id,
      meetingId: meetings[0]?.id ?? null,
      organisationId: organisations[0]?.id ?? null,
      status: 'in-progress',
    }),
    aRecord('follow-up', {
      title: '安排與數據跨境流動專責小組會面',
      due: day('2026-04-30'),
      tripId: trip.id,
      meetingId: meetings[2]?.id ?? null,
      organisationId: organisations[3]?.id ?? null,
      referredTo: 'Digital Policy Office',
    }),
    aRecord('follow-up', {
      title: 'Send letters of thanks to all hosts',
      ownerId: ours[2]?.id ?? null,
      tripId: trip.id,
      status: 'done',
    }),
  ];
  const project = aRecord('investment-project', {
    organisationId: organisations[0]?.id ?? '',
    title: 'Laboratory and regional headquarters',
    stage: 'interested',
    likelihood: 'high',
    stageLog: [
      {
        from: 'contacted',
        to: 'visited',
        at: instant('2026-02-24T09:00:00.000Z'),
        by: nextId(),
        meetingId: meetings[0]?.id ?? null,
      },
      {
        from: 'visited',
        to: 'interested',
        at: instant('2026-03-02T09:00:00.000Z'),
        by: nextId(),
        meetingId: meetings[0]?.id ?? null,
      },
      { from: null, to: 'contacted', at: instant('2026-01-12T09:00:00.000Z'), by: nextId(), meetingId: null },
    ],
  });
  const records: AnyRecord[] = [
    trip,
    ...ours,
    ...members.reverse(),
    ...organisations,
    ...theirs.map(({ person }) => person),
    ...posts,
    ...items,
    ...meetings,
    ...notes,
    ...followUps,
    project,
  ];
  return { trip, records };
}

function anItem(
  tripId: string,
  kind: RecordOf<'itinerary-item'>['kind'],
  title: LocalisedText,
  on: string,
  start: string,
  end: string,
  fields: Partial<RecordOf<'itinerary-item'>>,
): RecordOf<'itinerary-item'> {
  return aRecord('itinerary-item', {
    tripId,
    kind,
    title,
    day: day(on),
    start: time(start),
    end: time(end),
    ...fields,
  });
}
