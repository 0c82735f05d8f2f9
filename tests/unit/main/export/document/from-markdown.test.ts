import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Block, Words } from '@main/export/document/blocks';
import { fromMarkdown, fromNote } from '@main/export/document/from-markdown';
import { Voice } from '@main/export/document/voice';

const english = new Voice({ form: 'en', beside: null });

function note(markdown: string): Block[] {
  return fromNote(markdown, english);
}

/** Words as one can write them down in a test: each look in its own brackets. */
function written(words: Words): string {
  const signs = { strong: '*', emphasis: '_', struck: '~', code: '`', quiet: '?', alert: '!' };
  return words
    .map(({ text, looks }) => looks.reduce((inner, look) => `${signs[look]}${inner}${signs[look]}`, text))
    .join('');
}

/** All words of blocks, in their order. */
function wordsOf(blocks: readonly Block[]): Words {
  return blocks.flatMap((block): Words => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
      case 'typed':
        return [...block.words, { text: '\n', form: 'en', looks: [] }];
      case 'quotation':
        return wordsOf(block.blocks);
      case 'list':
        return block.items.flatMap((item) => wordsOf(item.blocks));
      case 'table':
        return [...(block.head ?? []), ...block.rows.flatMap(({ cells }) => cells)].flatMap((cell) =>
          wordsOf(cell.blocks),
        );
      default:
        return [];
    }
  });
}

function said(markdown: string): string {
  return written(wordsOf(note(markdown))).trimEnd();
}

describe('a note in a document', () => {
  it('its headings stand below those of the document', () => {
    const levels = note('# A\n\n## B\n\n### C\n\n#### D').map((block) => block.kind === 'heading' && block.level);
    expect(levels).toEqual([4, 5, 6, 6]);
  });

  it.each([
    ['one\ntwo<br>three', 'one\ntwo\nthree'],
    ['他說**。**接着', '他說*。*接着'],
    ['**重點：**接 *and* ~~gone~~ `code`', '*重點：*接 _and_ ~gone~ `code`'],
    ['**a**<!-- -->**b**', '*ab*'],
    ['[the site](https://example.com/a)', 'the site (https://example.com/a)'],
    ['[the site](https://example.com "as told")', 'the site (https://example.com “as told”)'],
    ['<https://example.com>', 'https://example.com'],
    ['![the gate](gate.jpg)', 'the gate (gate.jpg)'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['\\[ask\\] stays', '[ask] stays'],
    ['a &amp; b', 'a & b'],
  ])('%j reads %j', (markdown, words) => {
    expect(said(markdown)).toBe(words);
  });

  it('markers are words before their line, anchors are not shown, and each marked line is a paragraph', () => {
    const blocks = note('before\n[sensitive] [ask] a plot\n[follow-up] send it ^3b1f0c2a\nafter');
    expect(blocks.map((block) => block.kind === 'paragraph' && written(block.words))).toEqual([
      'before',
      '*Sensitive · Ask: *a plot',
      '*Sensitive · Follow-up: *send it',
      '*Sensitive: *after',
    ]);
    const chinese = fromNote('[theirs] 他們會寄來', new Voice({ form: 'zhHant', beside: null }));
    expect(written(wordsOf(chinese))).toContain('：*他們會寄來');
  });

  it('lists keep their numbers, their depth and their boxes', () => {
    const [ordered, boxes] = note('3. three\n   - below\n4. four\n\n\n- [x] done\n- [ ] open\n- plain');
    expect(ordered).toMatchObject({ kind: 'list', isOrdered: true, first: 3 });
    expect(ordered?.kind === 'list' && ordered.items[0]?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'list']);
    expect(boxes?.kind === 'list' && boxes.items.map(({ isTicked }) => isTicked)).toEqual([true, false, null]);
  });

  it('a table has its head, its rows and its numbers at the end', () => {
    const [table] = note('| Who | How many |\n|---|---:|\n| 陳 | **3** |\n| Li | |');
    expect(table).toMatchObject({ kind: 'table', columns: [{}, { align: 'end' }] });
    expect(said('| Who | How many |\n|---|---:|\n| 陳 | **3** |')).toBe('Who\nHow many\n陳\n*3*');
    expect(table?.kind === 'table' && table.rows[1]?.cells[1]?.blocks).toEqual([]);
  });

  it('what is written beside a fence is not lost', () => {
    expect(note('```and more\n  as typed\n```').map(({ kind }) => kind)).toEqual(['paragraph', 'typed']);
  });

  it('text that is nested too deeply is printed as it was typed', () => {
    const deep = `${'> '.repeat(40)}words`;
    expect(note(deep)).toEqual([{ kind: 'typed', words: [{ text: deep, form: 'en', looks: [] }] }]);
  });

  it('an empty note is nothing', () => {
    expect(note('  \n\n\u00a0\n')).toEqual([]);
  });

  it('each written form gets its own runs', () => {
    const [block] = note('Met 陳大文 at 深圳总部 today');
    expect(block?.kind === 'paragraph' && block.words.map(({ form }) => form)).toContain('en');
    expect(block?.kind === 'paragraph' && block.words.some(({ form }) => form !== 'en')).toBe(true);
  });
});

describe('text of ours', () => {
  it('has no markers, and its first level is the one that is asked for', () => {
    const blocks = fromMarkdown('# Title\n\n[ask] as typed', { firstLevel: 2 });
    expect(blocks[0]).toMatchObject({ kind: 'heading', level: 2 });
    expect(written(wordsOf(blocks))).toContain('[ask] as typed');
  });
});

describe('no letter is ever lost', () => {
  // None of these is the name of a character, as in "&gamma;".
  const letters = fc.constantFrom('banana', 'cherry', '港', '㗎', '𨋢', '总', 'é', '𝒻');
  const marks = fc.constantFrom(
    ...['*', '**', '_', '~~', '`', '```', '# ', '> ', '- ', '1. ', '7) ', '| ', ' |', '|---|---|', '\n', '\n\n', '  '],
    ...['    ', '\t', '[', ']', '](', ')', '<', '>', '<!-- -->', '<br>', '\\', '!', '![', '&', ';', '。', '「', '---'],
    ...['===', '\r\n', ': ', '"', "'", '@', '^', '    - ', '[ ] ', '\u00a0'],
  );
  const lettersOf = (text: string): string => (text.replaceAll('<br>', '').match(/\p{L}/gu) ?? []).join('');

  it('whatever stands around it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(letters, marks), { maxLength: 40 }), (pieces) => {
        const markdown = pieces.join('');
        const text =
          note(markdown).length === 0
            ? ''
            : wordsOf(note(markdown))
                .map((run) => run.text)
                .join('');
        // A break is one where it stands as one and text where it does not, as in code.
        expect(lettersOf(text)).toBe(lettersOf(markdown));
      }),
      { numRuns: 1500 },
    );
  });
});
