import { describe, expect, it } from '@jest/globals';
import { Redaction } from '@main/services/documents/redaction';
import type { AnyRecord } from '@shared/domain/records';
import fc from 'fast-check';
import { aRecord, english } from '../../../../builders/records';
import { aPerson, aReader, threeForms } from '../../../../builders/report-trip';

function external(records: readonly AnyRecord[]): Redaction {
  return new Redaction(aReader(records), { audience: 'external', isWithSensitive: true });
}

const reachable = aPerson('Shen Yue', '沈玥', {
  phones: ['+86 138 0013 8000', '0571-8765 4321', '2810 2900'],
  wechatId: 'sample-shen-yue',
});

describe('a text for readers outside', () => {
  it.each([
    ['as it is recorded', 'Call +86 138 0013 8000 before noon.', 'Call (…) before noon.'],
    ['without the code of the country', 'Call 13800138000.', 'Call (…).'],
    ['with hyphens', 'Call 138-0013-8000.', 'Call (…).'],
    ['with other groups', 'Call (86) 1380 0138 000 now', 'Call (…) now'],
    ['with full-width digits', '電話：１３８００１３８０００。', '電話：(…)。'],
    ['within an address', '<13800138000@mail.example>', '<(…)@mail.example>'],
    ['with the code of Hong Kong', 'Office: +852 28102900', 'Office: (…)'],
    ['with signs of Markdown between', 'Call 138\\-0013\\-8000', 'Call (…)'],
    ['with characters that are not seen', 'Call 138\u200b0013\u200b8000', 'Call (…)'],
  ])('has no known number, %s', (_how, written, said) => {
    expect(external([reachable]).line(written)).toBe(said);
  });

  it.each([
    ['as it is recorded', 'WeChat: sample-shen-yue', 'WeChat: (…)'],
    ['in capitals', 'WeChat SAMPLE-Shen-Yue, please', 'WeChat (…), please'],
    ['with blanks', '微信 sample shen yue。', '微信 (…)。'],
    ['with other hyphens', 'at sample_shen‑yue', 'at (…)'],
    ['between Chinese characters', '微信號sample-shen-yue即可', '微信號(…)即可'],
  ])('has no known WeChat id, %s', (_how, written, said) => {
    expect(external([reachable]).line(written)).toBe(said);
  });

  it('keeps a name that somebody has as an id, save where it is said to be one', () => {
    const words = external([aPerson('Shen Yue', '沈玥', { wechatId: 'shenyue' })]);
    expect(words.line('Dr Shen Yue spoke first.')).toBe('Dr Shen Yue spoke first.');
    expect(words.line('WeChat: shenyue')).toBe('WeChat: (…)');
  });

  it('keeps years, amounts, times and rooms', () => {
    const text = 'On 24 February 2026, 09:30–11:00, room 1380: HK$13,800,138 in 2026.';
    expect(external([reachable]).line(text)).toBe(text);
  });

  it('knows the numbers of people in the Trash, of assistants and of the delegation on its way', () => {
    const gone = { ...reachable, deletedAt: reachable.createdAt };
    const helped = aPerson('Lau Vivian', '劉慧珊', { assistant: 'Ms Fang 9123 4567' });
    const member = aRecord('delegation-member', {
      tripId: helped.id,
      personId: helped.id,
      precedence: 1,
      travelContact: 'Room 808, +86 139 1111 2222',
    });
    const words = external([gone, helped, member]);
    expect(words.line('13800138000, 91234567 and 139 1111 2222')).toBe('(…), (…) and (…)');
    expect(words.leftOut().personalNumbers).toBe(3);
  });

  it('has no name of a restricted enterprise or person, in any form, and counts each once', () => {
    const enterprise = {
      ...aRecord('organisation', {
        legalName: threeForms(
          'Lantern Intelligence Limited (sample)',
          '燈語智能有限公司（示例）',
          '灯语智能有限公司（示例）',
        ),
        shortNames: ['Lantern AI', '燈語'],
      }),
      classification: 'restricted' as const,
    };
    const founder = {
      ...aPerson('Shen Yue', '沈玥', { romanisation: 'Shum Yuet' }),
      classification: 'confidential' as const,
    };
    const words = external([enterprise, founder]);
    expect(words.line('Visit to Lantern AI')).toBe('Visit to (…)');
    expect(words.line('拜訪燈語，與沈玥會面')).toBe('拜訪(…)，與(…)會面');
    expect(words.line('Yue Shen of lantern intelligence  limited; Dr. Shen spoke; Shum Yuet')).toBe(
      '(…) of (…); (…) spoke; (…)',
    );
    expect(words.line('Lanterns were lit.')).toBe('Lanterns were lit.');
    expect(words.line('LANTERN AI and Lantern AIs, 燈語燈語')).toBe('(…) and Lantern AIs, (…)(…)');
    expect(words.leftOut().restrictedRecords).toBe(2);
  });

  it('has no sensitive line, even when those were asked for, and counts each once', () => {
    const words = external([]);
    const note = 'Open\n\n- [sensitive] a price\n- [sensitive] [ask] a visa\n';
    expect(words.open(note)).toBe('Open\n\n');
    words.open(note);
    words.leaveOutLine('[sensitive] a price');
    words.leaveOutLine('[sensitive] another');
    expect(words.leftOut()).toEqual({ sensitiveLines: 3, restrictedRecords: 0, personalNumbers: 0 });
  });

  it('has no known number however it is grouped and whatever stands around it', () => {
    const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 8, maxLength: 11 });
    const gap = fc.constantFrom('', ' ', '-', '.', '\u00a0', ' - ', '·', '(');
    const around = fc.string({ unit: fc.constantFrom(...Array.from('ab 12,;陳。\n-+')), maxLength: 12 });
    fc.assert(
      fc.property(
        digits,
        fc.array(gap, { minLength: 11, maxLength: 11 }),
        around,
        around,
        (number, gaps, before, after) => {
          const owner = aRecord('person', { familyName: english('Owner'), phones: [number] });
          const written = Array.from(number)
            .map((one, at) => one + (gaps[at] ?? ''))
            .join('');
          const said = external([owner]).line(`${before}${written}${after}`);
          expect(said.replaceAll(/[ \-.\u00a0·(]/g, '')).not.toContain(number.replace(/^(?:00)?852(?=\d{8}$)/, ''));
        },
      ),
    );
  });
});

describe('a text for the house', () => {
  it('keeps numbers and names, and sensitive lines when they are asked for', () => {
    const restricted = { ...reachable, classification: 'restricted' as const };
    const words = new Redaction(aReader([restricted]), { audience: 'internal', isWithSensitive: true });
    const text = '[sensitive] Yue Shen, 13800138000';
    expect(words.open(text)).toBe(text);
    expect(words.allows(restricted)).toBe(true);
    expect(words.leftOut()).toEqual({ sensitiveLines: 0, restrictedRecords: 0, personalNumbers: 0 });
  });
});
