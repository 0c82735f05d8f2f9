import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { Block, Look, Words } from '@main/export/document/blocks';
import { fromNote } from '@main/export/document/from-markdown';
import { Voice } from '@main/export/document/voice';
import { writeMarkdown } from '@main/export/write/markdown';
import { markdownWords } from '@main/export/write/markdown-words';
import { aPaper, aSection, paragraph, words } from '../../../../builders/paper';

const options = { fileNameOf: (id: string) => `${id}.jpg` };

function body(blocks: readonly Block[]): string {
  const markdown = writeMarkdown(aPaper([], { sections: [aSection(blocks, { title: [] })] }), options);
  return markdown.replace(/^\*\*Restricted\*\*\n\n/, '').replace(/\n\n---\n\n[^\n]*\n$/, '');
}

function fromText(markdown: string): Block[] {
  return fromNote(markdown, new Voice({ form: 'en', beside: null }));
}

function runs(...parts: readonly (readonly [string, ...Look[]])[]): Words {
  return parts.map(([text, ...looks]) => ({ text, form: 'zhHant', looks }));
}

describe('words in Markdown', () => {
  it.each<[Words, string]>([
    [runs(['重點：', 'strong'], ['接']), '**重點**：接'],
    [runs(['說'], ['「重點」', 'strong'], ['接']), '說「**重點**」接'],
    [runs(['他說'], ['。', 'strong'], ['接']), '他說。接'],
    [runs(['bold ', 'strong'], ['then']), '**bold** then'],
    [runs(['a*b_c [x](y) <b> &amp; `z`']), 'a\\*b_c \\[x\\](y) \\<b> \\&amp; \\`z\\`'],
    [runs(['# not a heading\n- nor a list\n3. nor this']), '\\# not a heading\\\n\\- nor a list\\\n3\\. nor this'],
    [runs(['both', 'strong', 'emphasis']), '***both***'],
    [runs(['gone', 'struck'], [' '], ['x`y', 'code']), '~~gone~~ ``x`y``'],
    [runs(['name'], [' other', 'quiet'], [' overdue', 'alert']), 'name other **overdue**'],
  ])('%j', (said, markdown) => {
    expect(markdownWords(said, 'paragraph')).toBe(markdown);
  });

  it('every reader reads the very same words, whatever they are', () => {
    const look = fc.constantFrom<Look>('strong', 'emphasis', 'struck', 'code', 'quiet', 'alert');
    const text = fc
      .array(
        fc.constantFrom(
          'a',
          '港',
          '。',
          '「',
          '」',
          '*',
          '_',
          '~',
          '`',
          '[',
          ']',
          '(',
          ')',
          '<',
          '>',
          '&',
          ';',
          '!',
          '#',
          ' ',
          '\\',
          '1.',
          '-',
          '|',
          '\n',
          '：',
          'amp',
          '"',
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map((pieces) => pieces.join(''));
    const run = fc.record({ text, form: fc.constant('en' as const), looks: fc.uniqueArray(look, { maxLength: 2 }) });
    const reader = new MarkdownIt({ html: true });
    const tidy = (said: string): string => said.replace(/\s+/g, '');
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), (said) => {
        const tokens = reader.parse(markdownWords(said, 'paragraph'), {});
        const read = tokens.flatMap(({ children }) => children ?? []).map(({ content }) => content);
        expect(tidy(read.join(''))).toBe(tidy(said.map((part) => part.text).join('')));
      }),
      { numRuns: 1500 },
    );
  });
});

describe('a document in Markdown', () => {
  it('lists, boxes, quotations and tables come back as they were read', () => {
    const markdown = [
      '##### Heading\n\none\\\ntwo',
      '- [x] done\n- [ ] open\n  - below',
      '3. three\n4. four',
      '> said\n>\n> more',
      '| A | B |\n| --- | ---: |\n| x\\|y | 3 |',
      '```\n  as typed\n```',
    ].join('\n\n');
    expect(body(fromText(markdown.replace('##### Heading', '## Heading').replace('\\\n', '\n')))).toBe(
      markdown.replace('##### Heading', '###### Heading'),
    );
  });

  it('two lists in a row stay two', () => {
    const list: Block = {
      kind: 'list',
      isOrdered: false,
      first: 1,
      items: [{ blocks: [paragraph('a')], isTicked: null }],
    };
    expect(body([list, list])).toBe('- a\n\n* a');
  });

  it('photographs are captions with the names of their files; bars are a table', () => {
    expect(
      body([
        {
          kind: 'photographs',
          photographs: [
            { attachmentId: 'gate', caption: words('The gate') },
            { attachmentId: 'hall', caption: [] },
          ],
        },
        { kind: 'chart', title: words('By city'), bars: [{ label: words('杭州'), value: 3, shown: '3' }] },
      ]),
    ).toBe('- The gate (gate.jpg)\n- hall.jpg\n\n**By city**\n\n|  |  |\n| --- | ---: |\n| 杭州 | 3 |');
  });

  it('a cell over all columns and a sum keep their places', () => {
    const table: Block = {
      kind: 'table',
      name: 'accounts',
      columns: [{ width: 1 }, { width: 1, align: 'end' }],
      head: [{ blocks: [paragraph('Item')] }, { blocks: [paragraph('Sum')] }],
      rows: [
        { cells: [{ blocks: [paragraph('Travel')], span: 2 }] },
        { cells: [{ blocks: [paragraph('Total')] }, { blocks: [paragraph('3')] }], isTotal: true },
      ],
    };
    expect(body([table])).toBe('| Item | Sum |\n| --- | ---: |\n| Travel |  |\n| **Total** | **3** |');
  });

  it('the marking stands at the head and the foot, sections are numbered', () => {
    const paper = aPaper([], {
      sections: [
        aSection([paragraph('why')], { title: words('Purpose'), isNumbered: true }),
        aSection([paragraph('who')], { title: words('Delegation'), isNumbered: true, lead: words('In order.') }),
      ],
    });
    expect(writeMarkdown(paper, options)).toBe(
      '**Restricted**\n\n## 1. Purpose\n\nwhy\n\n## 2. Delegation\n\nIn order.\n\nwho\n\n---\n\nDuty visit report · Restricted\n',
    );
  });
});
