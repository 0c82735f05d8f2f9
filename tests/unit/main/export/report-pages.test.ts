import { describe, expect, it } from '@jest/globals';
import type { PaperDocument } from '@main/export/document/document';
import { fromNote } from '@main/export/document/from-markdown';
import { Voice } from '@main/export/document/voice';
import { blocksInMarkup } from '@main/export/write/page/blocks';
import { bodyOf, sheetsOf } from '@main/export/write/page/page';
import { composeDocument } from '@main/services/documents/compose';
import { usualChoices } from '@shared/documents/choices';
import type { AnyRecord } from '@shared/domain/records';
import { aRecord, day, english, instant, nextId, time } from '../../../builders/records';
import { aBareTrip, aPerson, aReader, aVisit, threeForms } from '../../../builders/report-trip';
import type { Trip } from '../../../builders/report-trip';

function reportOf(trip: Trip, records: readonly AnyRecord[] = []): PaperDocument {
  const reader = aReader([trip, ...records]);
  const composed = composeDocument(reader, trip.id, usualChoices('report'), day('2026-03-16'));
  if (!composed.ok) throw new Error(composed.failure.code);
  return composed.value.document;
}

/** The document without its style, as the text that a reader sees. */
function wordsOf(html: string): string {
  return html
    .replace(/<(style|title)>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function aNote(markdown: string): { trip: Trip; records: AnyRecord[] } {
  const trip = aBareTrip();
  const meeting = aRecord('meeting', { tripId: trip.id, day: day('2026-02-24') });
  const blocks = [{ id: nextId(), authorId: nextId(), begunAt: instant('2026-02-24T01:00:00.000Z'), markdown }];
  return { trip, records: [meeting, aRecord('note', { meetingId: meeting.id, blocks })] };
}

function noteInHtml(markdown: string): string {
  return blocksInMarkup(fromNote(markdown, new Voice({ form: 'en', beside: null })), 'en').text;
}

describe('the report in HTML', () => {
  it('keeps its fixed shape, in order', () => {
    const { trip, records } = aVisit();
    const words = wordsOf(bodyOf(reportOf(trip, records.slice(1))));
    const heads = [
      'Contents',
      '1 Purpose and objectives 3 days',
      '2 Delegation In order',
      '3 Programme All times',
      '4 Hangzhou 杭州 24–25 February 2026, 3 visits',
      '5 Shenzhen 深圳 26 February 2026, 1 visit',
      '6 Observations Enterprises',
      '7 Conclusions Two',
      '8 Follow-up actions No.',
      '9 Charts Visits by city',
      '10 Movement in the pipeline Organisation',
      '11 Expenditure Item',
    ];
    const places = heads.map((head) => words.indexOf(head));
    expect(heads.filter((head) => !words.includes(head))).toEqual([]);
    expect([...places].sort((one, other) => one - other)).toEqual(places);
  });

  it('says in a trip without anything what is missing, and leaves out what an office would', () => {
    const words = wordsOf(bodyOf(reportOf(aBareTrip())));
    expect(words).toContain('No purpose or objectives have been recorded.');
    expect(words).toContain('No members of the delegation have been recorded.');
    expect(words).toContain('No programme has been recorded.');
    expect(words).toContain('No visits have been recorded.');
    expect(words).toContain('No follow-up actions have been recorded.');
    for (const left of ['Observations', 'Conclusions', 'pipeline', 'Expenditure', 'Photographs', 'Annexes']) {
      expect(words).not.toContain(left);
    }
  });

  it.each([
    ['a title', (evil: string) => reportOf(aBareTrip({ title: english(evil) }))],
    ['a reference', (evil: string) => reportOf(aBareTrip({ reference: evil }))],
    ['a purpose', (evil: string) => reportOf(aBareTrip({ purpose: evil }))],
    ['an objective', (evil: string) => reportOf(aBareTrip({ objectives: [evil] }))],
    ['observations', (evil: string) => reportOf(aBareTrip({ observations: evil }))],
    [
      'a name',
      (evil: string) => {
        const trip = aBareTrip();
        const person = aPerson('x', '', {
          side: 'ours',
          familyName: threeForms(evil, evil, evil),
          post: english(evil),
        });
        return reportOf(trip, [
          person,
          aRecord('delegation-member', { tripId: trip.id, personId: person.id, precedence: 1, role: 'head' }),
        ]);
      },
    ],
    [
      'a programme item',
      (evil: string) => {
        const trip = aBareTrip();
        const transport = {
          mode: 'train' as const,
          number: evil,
          from: evil,
          to: evil,
          seat: '',
          bookingReference: '',
        };
        const fields = { title: english(evil), place: english(evil), transport };
        return reportOf(trip, [
          aRecord('itinerary-item', {
            tripId: trip.id,
            day: day('2026-02-24'),
            start: time('09:00'),
            end: time('10:00'),
            ...fields,
          }),
        ]);
      },
    ],
    [
      'a meeting and its note',
      (evil: string) => {
        const { trip, records } = aNote(evil);
        return reportOf(
          trip,
          records.map((one) => (one.type === 'meeting' ? { ...one, outcome: evil, intention: evil } : one)),
        );
      },
    ],
    [
      'a follow-up',
      (evil: string) => {
        const trip = aBareTrip();
        return reportOf(trip, [aRecord('follow-up', { tripId: trip.id, title: evil, detail: evil, referredTo: evil })]);
      },
    ],
    [
      'a line of money',
      (evil: string) =>
        reportOf(aBareTrip({ budget: [{ id: nextId(), description: evil, amount: { currency: 'HKD', minor: 1 } }] })),
    ],
  ])('never takes %s for markup', (_where, build) => {
    const evil = `<script>alert(1)</script><img src=x onerror=alert(1)>"'&amp;<style>*{display:none}</style>`;
    const report = build(evil);
    for (const html of [bodyOf(report), sheetsOf(report, 3)]) {
      expect(html).not.toContain('<script');
      expect(html).not.toContain('<img src=x');
      expect(html.match(/<style>/g)).toHaveLength(1);
    }
    expect(bodyOf(report) + sheetsOf(report, 3)).toContain('&lt;script&gt;');
  });

  it('drops null bytes and halves of characters, and keeps emoji', () => {
    const html = bodyOf(reportOf(aBareTrip({ purpose: 'a\0b\u0007c \ud800 🙂 end' })));
    expect(html).toContain('abc  🙂 end');
    expect(html).not.toContain('\0');
    expect(html).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('marks each Chinese name with its written form, and writes it once when both forms are the same', () => {
    const html = bodyOf(
      reportOf(
        aBareTrip({
          cities: [{ id: nextId(), name: threeForms('', '錢塘', '钱塘'), zone: aVisit().trip.cities[0]!.zone }],
        }),
      ),
    );
    const sheets = sheetsOf(reportOf(aBareTrip({ title: threeForms('Qiantang', '錢塘', '钱塘') })), 1);
    expect(sheets).toContain('<span lang="zh-Hant-HK">錢塘</span>');
    expect(sheets).toContain('<span lang="zh-Hans">钱塘</span>');
    expect(html).not.toContain('錢塘</span> <span class="also"><span lang="zh-Hans">錢塘');
    const { trip, records } = aVisit();
    expect(
      bodyOf(reportOf(trip, records.slice(1)))
        .match(/<h1 id="chapter-1">.*?<\/h1>/s)?.[0]
        .match(/杭州/g),
    ).toHaveLength(1);
  });

  it.each([
    ['企业代表介绍了智慧城市平台', 'zh-Hans'],
    ['企業代表介紹了智慧城市平台', 'zh-Hant-HK'],
    ['嘅咗', 'zh-Hant-HK'],
  ])('finds out the written form of free text: %s', (text, language) => {
    expect(bodyOf(reportOf(aBareTrip({ purpose: `They said: ${text} (yes).` })))).toContain(
      `<span lang="${language}">${text}</span>`,
    );
  });

  it('keeps a place in the contents for the page of each section and visit', () => {
    const { trip, records } = aVisit();
    const html = bodyOf(reportOf(trip, records.slice(1)));
    const led = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    const kept = [...html.matchAll(/data-page-of="([^"]+)"/g)].map((match) => match[1]);
    expect(kept).toEqual(led);
    expect(kept).toContain('chapter-1');
  });

  it('links to each place of the contents by an id that is there once', () => {
    const { trip, records } = aVisit();
    const html = bodyOf(reportOf(trip, records.slice(1)));
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(html.split(`id="${target}"`)).toHaveLength(2);
  });
});

describe('a note in the report', () => {
  it('keeps headings, lists, emphasis and tables', () => {
    const html = noteInHtml('# Head\n\n- one\n- **two**\n\n| a | b |\n| --- | --- |\n| c | d |');
    for (const part of ['<h4>Head</h4>', '<li>one</li>', '<strong>two</strong>', '<td><div>d</div></td>'])
      expect(html).toContain(part);
  });

  it('shows typed HTML as text', () => {
    expect(noteInHtml('<b onclick="x()">bold</b>\n\n<iframe src="https://example.org"></iframe>')).not.toMatch(
      /<(b|iframe)\b/,
    );
  });

  it('asks for no picture and leads nowhere', () => {
    const html = noteInHtml(
      '![map](https://example.org/a.png) [site](https://example.org) [bad](javascript:alert(1)) <https://example.com> https://example.net',
    );
    expect(html).not.toMatch(/<(img|a)\b/);
    expect(html).not.toMatch(/(src|href)=/);
    expect(html).toContain('map');
    expect(html).toContain('(https://example.org)');
  });

  it('takes a language after a code fence for nothing but a name', () => {
    expect(noteInHtml('```"><script>x</script>\ncode\n```')).not.toContain('<script');
  });

  it('keeps the words of deeply quoted text, and bears nesting that nobody would type', () => {
    expect(noteInHtml(`${'> '.repeat(40)}deep`)).toContain('deep');
    for (const mark of ['> ', '>', '- ', '\t', '    ', '1. ']) {
      for (const depth of [28, 60, 3000]) {
        const html = noteInHtml(`First.\n\n${mark.repeat(depth)}deeper <b>`);
        expect(html).toContain('First.');
        expect(html).toContain('deeper &lt;b&gt;');
      }
    }
  });
});

describe('the sheets over the pages', () => {
  it('are one for each page, with the running head on all but the cover', () => {
    const html = sheetsOf(reportOf(aBareTrip({ reference: 'REF/1', classification: 'confidential' })), 4);
    const [, ...margins] = html.split('<div class="sheet A4">');
    expect(margins).toHaveLength(3);
    margins.forEach((sheet, index) => {
      expect(wordsOf(sheet)).toContain('REF/1');
      expect(wordsOf(sheet)).toContain('Confidential');
      expect(wordsOf(sheet)).toContain(`Page ${String(index + 2)} of 4`);
    });
  });
});

describe("the report's names", () => {
  it('are the title with the reference', () => {
    expect(reportOf(aBareTrip({ title: english('Visit'), reference: 'A/1' })).name).toBe(
      'Visit – Duty visit report (A/1)',
    );
    expect(reportOf(aBareTrip({ title: threeForms('', '訪問', '') })).name).toBe('訪問 – Duty visit report');
  });

  it.each([
    ['a/b\\c:d*e?f"g<h>i|j', /^a b c d e f g h i j – Duty visit report$/],
    ['...', /^Untitled visit – Duty visit report$/],
    ['很'.repeat(300), /^很{36} – Duty visit report$/],
  ])('make a file name that every system takes: %s', (title, expected) => {
    expect(reportOf(aBareTrip({ title: english(title) })).fileName).toMatch(expected);
  });
});
