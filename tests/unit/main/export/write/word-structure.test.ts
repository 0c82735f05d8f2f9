import { describe, expect, it } from '@jest/globals';
import { wordPaper } from '@main/export/write/word/word-paper';
import { composeDocument } from '@main/services/documents/compose';
import { daysLater } from '@shared/dates';
import { documentKinds, usualChoices } from '@shared/documents/choices';
import type { DocumentChoices } from '@shared/documents/choices';
import type { AnyRecord } from '@shared/domain/records';
import type { PaperDocument } from '@main/export/document/document';
import { fromNote } from '@main/export/document/from-markdown';
import { Voice } from '@main/export/document/voice';
import { aPaper, words } from '../../../../builders/paper';
import { aRecord, day, english, time } from '../../../../builders/records';
import { aBareTrip, aReader, aVisit } from '../../../../builders/report-trip';
import { wordParts } from '../../../../builders/word';
import { problemsOfWord } from '../../../../support/office-xml/problems';

interface Trip {
  readonly tripId: string;
  readonly records: readonly AnyRecord[];
}

function visit(): Trip {
  const { trip, records } = aVisit();
  const meeting = records.find(({ type }) => type === 'meeting');
  const pictures = Array.from({ length: 3 }, (_, at) =>
    aRecord('attachment', {
      sha256: 'a'.repeat(64),
      name: `hall-${at}.jpg`,
      mime: 'image/jpeg',
      size: 1,
      caption: at === 0 ? '' : `In the hall, no. ${at} (sample)`,
      isInReport: true,
      meetingId: meeting?.id ?? null,
    }),
  );
  return { tripId: trip.id, records: [...records, ...pictures] };
}

function nothing(): Trip {
  const trip = aBareTrip();
  return { tripId: trip.id, records: [trip] };
}

function fortyDays(): Trip {
  const trip = aBareTrip({ firstDay: day('2026-01-01'), lastDay: day('2026-02-09') });
  const items = Array.from({ length: 40 }, (_, at) =>
    aRecord('itinerary-item', {
      tripId: trip.id,
      title: english(`${'A very long name of a very long visit, '.repeat(3)}no. ${at} (sample)`),
      day: daysLater(trip.firstDay, at),
      start: time('09:00'),
      end: time('11:00'),
      kind: 'site-visit',
      status: 'confirmed',
    }),
  );
  return { tripId: trip.id, records: [trip, ...items] };
}

const typed = new Set(['en', 'zhHant', 'zhHans', 'markdown', 'caption', 'description', 'observations', 'conclusions']);
const hostileText =
  '\u0000\u0008\u001b <w:p> &amp; ]]> \ud800 \udfff \ufffe \u{1f469}\u200d\u{1f52c} "\' 𨋢𠝹㗎 \u202e \u2028 {{x}} \t\r\n | a | b |\n';

/** The same trip, with what nobody types but somebody pastes behind everything that is said. */
function hostile(): Trip {
  const { tripId, records } = visit();
  const spoilt = (key: string, value: unknown): unknown =>
    typeof value === 'string' && typed.has(key) ? `${value}${hostileText}` : value;
  return { tripId, records: JSON.parse(JSON.stringify(records), spoilt) as AnyRecord[] };
}

const languages = [
  { form: 'en', beside: null },
  { form: 'zhHant', beside: null },
  { form: 'zhHans', beside: null },
  { form: 'en', beside: 'zhHant' },
] as const;
/** In ms: pages are laid out for the contents, which may take seconds where much else goes on. */
const aWhile = 60_000;
const kinds = documentKinds.filter((kind) => kind !== 'own');

function composed({ tripId, records }: Trip, choices: DocumentChoices): PaperDocument {
  const made = composeDocument(aReader(records), tripId, choices, day('2026-03-16'));
  if (!made.ok) throw new Error(made.failure.code);
  return made.value.document;
}

const pictureOf = () => Promise.resolve({ bytes: Buffer.from('a picture'), type: 'jpg' as const, width: 4, height: 3 });

const trips = {
  'a visit': { ...visit(), languages },
  nothing: { ...nothing(), languages },
  'forty days': { ...fortyDays(), languages: [{ form: 'zhHant', beside: null }] },
  'hostile words': { ...hostile(), languages: [{ form: 'zhHans', beside: 'en' }] },
} as const;

describe.each(Object.entries(trips))('the Word files of %s', (_, trip) => {
  const cases = kinds.flatMap((kind) => trip.languages.map((language) => ({ kind, ...language })));

  it.each(cases)(
    'a $kind in $form, $beside beside it, is as the standard asks',
    async ({ kind, ...language }) => {
      const paper = composed(trip, { ...usualChoices(kind), ...language });
      expect(problemsOfWord(await wordParts(paper, { pictureOf }))).toEqual([]);
    },
    aWhile,
  );

  it('can be handed to another thread', () => {
    for (const kind of kinds) {
      const paper = wordPaper(composed(trip, usualChoices(kind)));
      expect(structuredClone(paper)).toEqual(paper);
    }
  });
});

describe('a Word file of every kind of block', () => {
  let sound: ReturnType<typeof wordParts> | undefined;
  const voice = new Voice({ form: 'zhHant', beside: 'en' });
  const note = fromNote(
    '# One\n\n###### Six\n\n1. a\n   1. b\n      - c\n        - d\n          - e\n            - f\n\n> - quoted\n>\n> | a | b |\n> | --- | --- |\n> | 1 |\n\n- [ ] open\n\n---\n\n```\n  typed  \n```\n\n**粗體** *斜體* ~~刪~~ `code`',
    voice,
  );

  it(
    'is as the standard asks, however things stand within each other',
    async () => {
      const chart = {
        kind: 'chart',
        title: words('By city'),
        bars: [{ label: words('杭州'), value: 3, shown: '3' }],
      } as const;
      const paper = aPaper([
        ...note,
        { kind: 'callout', blocks: note },
        {
          kind: 'beside',
          parts: [note, [], [{ kind: 'photographs', photographs: [{ attachmentId: 'a', caption: [] }] }]],
        },
        { kind: 'facts', facts: [{ label: words('As it stands'), value: [] }] },
        { kind: 'together', blocks: [chart, { kind: 'page-break' }, chart] },
        { kind: 'table', name: 'empty', columns: [{ width: 1 }], head: null, rows: [] },
        { kind: 'table', name: 'wide', columns: [{ width: 1 }, { width: 0.001 }], head: [], rows: [{ cells: [] }] },
      ]);
      const numberless = { ...chart, bars: [{ label: [], value: Number.NaN, shown: '' }] };
      const others = aPaper([numberless, { ...chart, bars: [] }], {
        letterhead: { pictureId: 'a', title: [], lines: [] },
      });
      for (const each of [paper, others]) expect(problemsOfWord(await wordParts(each, { pictureOf }))).toEqual([]);
    },
    aWhile,
  );

  it.each([
    ['word/document.xml', /(<w:pStyle [^>]*\/>)(<w:keepNext\/>|<w:pageBreakBefore\/>|<w:numPr>.*?<\/w:numPr>)/, '$2$1'],
    ['word/document.xml', /<w:pStyle w:val="Heading1"\/>/, '<w:pStyle w:val="Nobody"/>'],
    ['word/document.xml', /<w:numId w:val="\d+"\/>/, '<w:numId w:val="987"/>'],
    ['word/document.xml', /r:embed="\w+"/, 'r:embed="rId987"'],
    ['word/document.xml', /<wp:docPr ([^>]*)id="\d+"/g, '<wp:docPr $1id="7"'],
    ['word/document.xml', /<\/w:p><\/w:tc>/, '</w:p><w:tbl><w:tblGrid/></w:tbl></w:tc>'],
    ['word/document.xml', /<w:fldChar w:fldCharType="end"\/>/, ''],
    ['word/document.xml', /<w:bookmarkEnd [^>]*\/>/, ''],
    ['word/document.xml', / xml:space="preserve">Duty/, '> Duty'],
    [
      'word/styles.xml',
      /<w:style /,
      '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="x"/></w:style><w:style ',
    ],
    ['word/numbering.xml', /(<w:start [^>]*\/>)(<w:numFmt [^>]*\/>)/, '$2$1'],
    ['word/settings.xml', /<\/w:settings>/, '<w:zoom w:percent="100"/></w:settings>'],
    ['word/_rels/document.xml.rels', /Target="media\//, 'Target="nowhere/'],
    ['[Content_Types].xml', /PartName="\/word\/styles.xml"/, 'PartName="/word/style.xml"'],
    ['word/header1.xml', /<w:t /, '<w:t \u0001'],
  ] as const)(
    'what is wrong is noticed: %s without %s',
    async (part, what, instead) => {
      sound ??= wordParts(composed(trips['a visit'], usualChoices('report')), { pictureOf });
      const parts = await sound;
      const before = parts.get(part)?.toString('utf8') ?? '';
      const spoilt = before.replace(what, instead);
      expect(spoilt).not.toBe(before);
      expect(problemsOfWord(new Map([...parts, [part, Buffer.from(spoilt)]]))).not.toEqual([]);
    },
    aWhile,
  );
});
