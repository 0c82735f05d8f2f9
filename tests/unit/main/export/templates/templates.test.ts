import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { usualChoices } from '@shared/documents/choices';
import { templateFields } from '@shared/documents/template-fields';
import type { TemplateScope } from '@shared/documents/template-fields';
import { noText } from '@shared/domain/values';
import type { TripReport, VisitInReport } from '@main/export/compose/models/report';
import { Voice } from '@main/export/document/voice';
import { composeOwn } from '@main/export/templates/compose-own';
import { fieldsOf } from '@main/export/templates/fields';
import { fillTemplate } from '@main/export/templates/fill';
import type { FilledScope } from '@main/export/templates/fill';
import { readTemplate } from '@main/export/templates/read';
import { writeMarkdown } from '@main/export/write/markdown';
import { day } from '../../../../builders/records';

const voice = new Voice({ form: 'en', beside: null });
const chan = {
  name: { ...noText, en: 'David Chan' },
  romanisation: '',
  honorific: 'mr',
  posts: [{ title: { ...noText, en: 'Director' }, organisation: null }],
} as const;

const visit: VisitInReport = {
  id: 'visit-1',
  kind: 'meeting',
  title: { ...noText, en: 'Robotics' },
  day: day('2026-02-24'),
  times: { start: '09:30', end: '11:00', endDay: null, clock: '' },
  place: { ...noText, en: 'Hangzhou' },
  organisations: [{ ...noText, en: 'Robotics Ltd (sample)' }],
  theirs: [],
  ours: [chan],
  notes: [{ author: null, markdown: 'They **asked** for terms\n\n- one' }],
  outcome: '# not a heading\n**nor** bold {{title}} <br>',
  intention: '',
  photographs: [],
  followUpNumbers: [],
  record: 'complete',
};

const trip: TripReport = {
  classification: 'unclassified',
  reference: 'DV-1',
  title: { en: 'Visit to Hangzhou (sample)', zhHant: '訪問杭州', zhHans: '' },
  firstDay: day('2026-02-24'),
  lastDay: day('2026-02-26'),
  cities: [{ ...noText, en: 'Hangzhou', zhHant: '杭州' }],
  head: chan,
  madeOn: day('2026-03-01'),
  figures: { days: 3, cities: 1, visits: 2, organisations: 1, peopleMet: 0, followUps: 0 },
  purpose: 'To meet | people',
  objectives: ['One', 'Two'],
  delegation: [{ person: chan, role: 'head' }],
  programme: { days: [], cancelled: 0 },
  chapters: [{ city: { ...noText, en: 'Hangzhou' }, visits: [visit, { ...visit, id: 'visit-2', outcome: '' }] }],
  observations: '',
  conclusions: '',
  photographs: [],
  followUps: [],
  moves: [],
  sectors: [],
  accounts: [],
  annexes: [],
  leftOut: 0,
};

function issuesOf(template: string): string[] {
  return readTemplate(template).issues.map(({ code, line, name }) => `${line} ${code} ${name}`);
}

function filled(template: string, speaking = voice, report = trip): string {
  const made = composeOwn(
    speaking,
    () => report,
    { name: 'Own', markdown: template, letterheadId: null },
    usualChoices('own', 'x'),
  );
  if (!made.ok) return made.failure.code;
  const markdown = writeMarkdown(made.value.document, { fileNameOf: (id) => id });
  return markdown.replace(/^\*\*[^*]+\*\*\n\n/, '').replace(/\n\n---\n\n[^\n]*\n$/, '');
}

describe('a broken template says which line', () => {
  it.each([
    ['# {{title}}\n\n{{titel}}', '3 template-unknown-field titel'],
    ['{{name}}', '1 template-unknown-field name'],
    ['a\n{{#visits}}\nb\n', '2 template-not-ended visits'],
    ['{{#visits}}\n{{#ours}}\n{{/visits}}', '2 template-not-ended ours'],
    ['a\nb\n{{/visits}}', '3 template-stray-end visits'],
    ['a\n{{title\nb', '2 template-open-braces '],
    ['{{title}}\n{{> programmes}}', '2 template-unknown-part programmes'],
    ['{{> visit}}', '1 template-unknown-part visit'],
    ['See {{> programme}}', '1 template-not-alone programme'],
    ['a\n{{=<% %>=}}', '2 template-other-braces <% %>'],
    ['{{constructor}}{{#__proto__}}{{/__proto__}}', '1 template-unknown-field constructor'],
  ])('%j', (template, issue) => {
    expect(issuesOf(template)[0]).toBe(issue);
  });

  it.each([
    ['Windows', '\r\n'],
    ['old Macs', '\r'],
    ['programs that separate lines', '\u2028'],
    ['programs that separate paragraphs', '\u2029'],
  ])('as its editor counts them, with the line ends of %s', (_whose, end) => {
    const lines = ['\ufeff# {{title}}', '', '{{#visits}}', '{{titel}}', '{{/visits}}', '{{> programmes}}'];
    expect(issuesOf(lines.join(end))).toEqual(['4 template-unknown-field titel', '6 template-unknown-part programmes']);
    expect(issuesOf(['a', '{{#visits}}', 'b'].join(end))).toEqual(['2 template-not-ended visits']);
    expect(issuesOf(['a', '{{> programme}}', 'b'].join(end))).toEqual([]);
    expect(filled(['# {{title}}', '', '- one', '- two'].join(end))).toBe(
      '## Visit to Hangzhou (sample)\n\n- one\n- two',
    );
  });

  it('says everything that is wrong, from top to bottom', () => {
    expect(issuesOf('{{a}}\n{{b}}\n\n{{#visits}}{{c}}{{/visits}}')).toEqual([
      '1 template-unknown-field a',
      '2 template-unknown-field b',
      '4 template-unknown-field c',
    ]);
  });

  it('and makes nothing of it', () => {
    expect(filled('{{nothing}}')).toBe('template-unknown-field');
  });
});

describe('a template that is filled in', () => {
  it('has words, lists, what is absent, and dates in the document’s language', () => {
    const template =
      '# {{title}}\n\n{{dates}}, {{head}}\n\n{{#visits}}\n- {{title}}{{#ours}} ({{name}}, {{post}}){{/ours}}\n{{/visits}}\n\n{{^followUps}}\nNone.\n{{/followUps}}';
    expect(filled(template)).toBe(
      '## Visit to Hangzhou (sample)\n\n24–26 February 2026, Mr David Chan\n\n- Robotics (Mr David Chan, Director)\n- Robotics (Mr David Chan, Director)\n\nNone.',
    );
    expect(filled('{{dates}}', new Voice({ form: 'zhHant', beside: null }))).toBe('2026年2月24日至26日');
  });

  it('nobody’s words become markup or fields, wherever they stand', () => {
    expect(filled('{{#visits}}\n- **{{outcome}}**\n{{/visits}}')).toContain('# not a heading');
    const made = fillTemplate(readTemplate('{{#visits}}\n{{outcome}}\n\n{{/visits}}').pieces, fieldsOf(voice, trip));
    expect(made?.blocks).toEqual([
      { kind: 'paragraph', words: [{ text: '# not a heading\n**nor** bold {{title}} <br>', form: 'en', looks: [] }] },
    ]);
    expect(filled('| A |\n|---|\n| {{purpose}} |')).toContain('| To meet \\| people |');
  });

  it('parts are put in as the report has them', () => {
    expect(filled('# Delegation\n\n{{> delegation}}')).toContain('**Mr David Chan** | Director | Head |');
    expect(filled('{{#visits}}\n{{> discussion}}\n{{/visits}}')).toBe(
      'They **asked** for terms\n\n- one\n\nThey **asked** for terms\n\n- one',
    );
  });

  it('lists within lists without end are refused', () => {
    const visits = Array.from({ length: 40 }, (_, at) => ({ ...visit, id: `visit-${at}` }));
    const many = { ...trip, chapters: [{ city: null, visits }] };
    const template = `${'{{#visits}}'.repeat(6)}x${'{{/visits}}'.repeat(6)}`;
    expect(filled(template, voice, many)).toBe('template-too-long');
    expect(filled(`${'{{#visits}}'.repeat(30)}x${'{{/visits}}'.repeat(30)}`)).toBe('template-too-deep');
  });
});

describe('places that a template leaves to be filled in', () => {
  function gapsOf(template: string): string[] {
    const made = composeOwn(
      voice,
      () => trip,
      { name: 'Own', markdown: template, letterheadId: null },
      usualChoices('own'),
    );
    if (!made.ok) return [made.failure.code];
    return made.value.gaps.map(({ line, words, count }) => `${line} ${words} ${count}`);
  }

  it('are named with their lines', () => {
    expect(gapsOf('# {{title}}\r\n\r\n{{! 【no】 }}\r\nSigned on 【date】 by 【 name 】【】\r\n')).toEqual([
      '4 date 1',
      '4 name 1',
      '4  1',
    ]);
  });

  it('are as many as are in the document: one for each entry of a list, none where nothing is printed', () => {
    expect(
      gapsOf('{{#visits}}\n\n- {{title}}: 【price】\n\n{{/visits}}\n{{^visits}}\n【none】\n{{/visits}}\n【end'),
    ).toEqual(['3 price 2', '9 end 1']);
  });

  it('are the template’s own: brackets that somebody wrote in a record are their words', () => {
    expect(filled('{{purpose}}', voice, { ...trip, purpose: '【重點】' })).toContain('【重點】');
    expect(gapsOf('{{purpose}}')).toEqual([]);
  });
});

describe('templates from anybody', () => {
  const pieces = fc.constantFrom(
    ...[
      '{{title}}',
      '{{{title}}}',
      '{{&title}}',
      '{{#visits}}',
      '{{/visits}}',
      '{{^visits}}',
      '{{#ours}}',
      '{{/ours}}',
    ],
    ...['{{> programme}}', '\n{{> visits}}\n', '{{=| |=}}', '{{!', '}}', '{{', '{{constructor}}', '{{__proto__.x}}'],
    ...['{{toString}}', '{{.}}', '{{#.}}', '{{/.}}', '\ufdd00\ufdd1', '\n', '# ', '| ', '```', '> ', '- ', 'words'],
    ...['{{hasOwnProperty}}', '{{#constructor}}', '{{/constructor}}', '\u0000'],
  );

  it('are refused with a line or filled in, and never end otherwise', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const template = parts.join('');
        const lines = template.split('\n').length;
        const { issues } = readTemplate(template);
        for (const { line } of issues) expect(line >= 1 && line <= lines).toBe(true);
        const made = composeOwn(
          voice,
          () => trip,
          { name: 'Own', markdown: template, letterheadId: null },
          usualChoices('own'),
        );
        expect(made.ok).toBe(issues.length === 0);
        if (made.ok) expect(JSON.stringify(made.value.document.sections)).not.toMatch(/[\ufdd0\ufdd1]|native code/);
      }),
      { numRuns: 600 },
    );
  });
});

/** The names that a scope of fields has, as paths; lists say what they hold by their first item. */
function namesIn({ words, lists, parts }: TemplateScope): unknown {
  return {
    words: [...words].sort(),
    lists: Object.entries(lists).map(([name, scope]) => [name, namesIn(scope)]),
    parts: [...parts].sort(),
  };
}

function namesFilled({ words, lists, parts }: FilledScope, known: TemplateScope): unknown {
  return {
    words: [...words.keys()].sort(),
    lists: Object.entries(known.lists).map(([name, scope]) => {
      const [first] = lists.get(name) ?? [];
      return [name, first === undefined ? namesIn(scope) : namesFilled(first, scope)];
    }),
    parts: [...parts.keys()].sort(),
  };
}

it('every field that a template may name stands for something', () => {
  expect(namesFilled(fieldsOf(voice, trip), templateFields)).toEqual(namesIn(templateFields));
});

describe('the templates that ship', () => {
  const folder = join(process.cwd(), 'assets', 'templates');
  const shipped = readdirSync(folder).filter((name) => name.endsWith('.md'));

  it.each(shipped)('%s is whole, also for a trip of which nothing is known', (name) => {
    const template = readFileSync(join(folder, name), 'utf8');
    expect(issuesOf(template)).toEqual([]);
    expect(filled(template)).toContain('Visit to Hangzhou');
    const empty = { ...trip, head: null, chapters: [], delegation: [], purpose: '', objectives: [] };
    expect(filled(template, voice, empty)).not.toMatch(/template-|undefined/);
  });
});
