import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markedLines, markers, readLine, withLabels, withoutSensitive, writeLine } from '@shared/domain/note/marks';
import type { MarkedLine } from '@shared/domain/note/marks';

const plain = { marker: null, isSensitive: false, anchor: null };

describe('reading and writing a line', () => {
  it.each<[string, MarkedLine]>([
    ['[ask] 可否設立 regional HQ?', { ...plain, marker: 'ask', words: '可否設立 regional HQ?' }],
    ['[sensitive] [ours] a letter', { ...plain, marker: 'ours', isSensitive: true, words: 'a letter' }],
    ['[sensitive] between us', { ...plain, isSensitive: true, words: 'between us' }],
    [
      '[follow-up] @Ada send the lease terms Friday ^3b1f0c2a',
      { marker: 'follow-up', isSensitive: false, anchor: '3b1f0c2a', words: '@Ada send the lease terms Friday' },
    ],
    ['[follow-up] ^3b1f0c2a', { ...plain, marker: 'follow-up', anchor: '3b1f0c2a', words: '' }],
    ['[quote]', { ...plain, marker: 'quote', words: '' }],
    ['[ask] [theirs] one only', { ...plain, marker: 'ask', words: '[theirs] one only' }],
    ['no marker ^3b1f0c2a', { ...plain, words: 'no marker ^3b1f0c2a' }],
    ['\\[ask\\] in brackets', { ...plain, words: '\\[ask\\] in brackets' }],
    ['[ask](https://example.com)', { ...plain, words: '[ask](https://example.com)' }],
    ['[ask]ed', { ...plain, words: '[ask]ed' }],
    ['[unknown] x', { ...plain, words: '[unknown] x' }],
  ])('%s is read and written back', (text, line) => {
    expect(readLine(text)).toEqual(line);
    expect(writeLine(line)).toBe(text);
  });

  it.each([
    ['[ASK] x', '[ask] x'],
    ['[ask][sensitive] x', '[sensitive] [ask] x'],
    ['[theirs]他們會寄來', '[theirs] 他們會寄來'],
    ['  [ask]   x', '[ask] x'],
  ])('%s is understood and kept as %s', (text, kept) => {
    expect(writeLine(readLine(text))).toBe(kept);
  });

  it('words that look like a marker or an anchor stay words', () => {
    expect(writeLine({ ...plain, words: '[ask] was what it said' })).toBe('\\[ask] was what it said');
    expect(readLine(writeLine({ ...plain, words: '[sensitive]' })).isSensitive).toBe(false);
    expect(readLine(writeLine({ ...plain, marker: 'follow-up', words: 'x ^deadbeef' })).anchor).toBeNull();
  });

  const words = fc
    .array(
      fc.constantFrom(
        '[ask]',
        '[sensitive]',
        '[follow-up]',
        '^3b1f0c2a',
        'send',
        '條款',
        ' ',
        '\n',
        '\\',
        '[',
        '**',
        '@Ada',
      ),
      { maxLength: 8 },
    )
    .map((pieces) => pieces.join(''));
  const line: fc.Arbitrary<MarkedLine> = fc.record({
    marker: fc.constantFrom(...markers, null),
    isSensitive: fc.boolean(),
    anchor: fc.option(fc.stringMatching(/^[0-9a-f]{8}$/)),
    words,
  });

  it('what is written is read as it was meant, and written the same again', () => {
    fc.assert(
      fc.property(line, (meant) => {
        const text = writeLine(meant);
        const read = readLine(text);
        expect(read).toMatchObject({
          marker: meant.marker,
          isSensitive: meant.isSensitive,
          anchor: meant.marker === 'follow-up' ? meant.anchor : null,
        });
        expect(read.words.replaceAll('\\', '').trim()).toBe(meant.words.replaceAll('\\', '').trim());
        expect(writeLine(read)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('finding the marked lines of a note', () => {
  it('in paragraphs, lists, check-boxes, quotations, headings and tables, but not in code', () => {
    const found = markedLines(
      [
        'Opening words',
        '[ask] land',
        'near the port',
        '[theirs] a deck',
        '',
        '- [ ] [follow-up] call ^00000001',
        '  and words after it',
        '  - [ours] a letter',
        '> [quote] "yes"',
        '',
        '## [ask] A heading',
        '',
        '| who | what |',
        '| --- | --- |',
        '| Ada | [ask] a table |',
        '',
        '```',
        '[ask] code',
        '```',
        'In a row [ask] that is not at its start',
      ].join('\n'),
    );
    expect(found.map(({ marker, words }) => [marker, words])).toEqual([
      ['ask', 'land\nnear the port'],
      ['theirs', 'a deck'],
      ['follow-up', 'call'],
      ['ours', 'a letter'],
      ['quote', '"yes"'],
      ['ask', 'A heading'],
      ['ask', 'a table'],
    ]);
  });
});

describe('putting labels for markers', () => {
  const label = ({ marker, isSensitive }: MarkedLine) => `<${isSensitive ? 'secret ' : ''}${marker ?? ''}>`;

  it.each([
    ['a\n\n- [ask] land\n- b', 'a\n\n- <ask> land\n- b'],
    ['1. [x] [follow-up] @Ada send ^3b1f0c2a\r\n', '1. [x] <follow-up> @Ada send\r\n'],
    ['[follow-up] send\nthe terms ^3b1f0c2a\nmore ^3b1f0c2a', '<follow-up> send\nthe terms\nmore ^3b1f0c2a'],
    ['> ## [sensitive] [quote] yes', '> ## <secret quote> yes'],
    ['| a |\n|---|\n| [ours] x |', '| a |\n|---|\n| <ours> x |'],
    ['```\n[ask] x\n```\n\\[ask] y ^3b1f0c2a', '```\n[ask] x\n```\n\\[ask] y ^3b1f0c2a'],
  ])('%j', (note, labelled) => {
    expect(withLabels(note, label)).toBe(labelled);
  });
});

describe('leaving out what is sensitive', () => {
  it.each<[string, string, string, number]>([
    ['a paragraph', 'one\n\n[sensitive] two\nmore of two\n\nthree', 'one\n\nthree', 1],
    ['from the marker to the end of the paragraph', 'one\n[sensitive] two\nthree\n\nfour', 'one\n\nfour', 1],
    ['with another marker', '[sensitive] [ask] x\n\n[ask] y', '[ask] y', 1],
    ['the only words', '[sensitive] x', '', 1],
    ['a line that a backslash broke', 'one\\\n[sensitive] two', 'one\n', 1],
    ['a list item', '- a\n- [sensitive] b\n- c', '- a\n- c', 1],
    ['with what is under it', '- a\n- [sensitive] b\n\n  more\n  - deep\n    deeper\n- c', '- a\n- c', 1],
    ['a numbered item set in by two', '1. [sensitive] a\n  - under\n2. b', '2. b', 1],
    ['with a row that was not set in', '- [sensitive] a\ngoes on\n\nend', 'end', 1],
    ['a number that only goes on', '[sensitive] in\n1997. it was\n\nend', 'end', 1],
    ['a check-box', '- [x] [sensitive] a\n- [ ] b', '- [ ] b', 1],
    ['an item whose words are in the next row', '-\n  [sensitive] a\n- b', '- b', 1],
    ['a later paragraph of an item', '- a\n\n  [sensitive] b\n  b\n\n  c', '- a\n\n  c', 1],
    ['under an item', '- a\n  - [sensitive] b\n  - c', '- a\n  - c', 1],
    ['in a quotation', '> a\n>\n> [sensitive] b\n> c\n\nd', '> a\n>\n\nd', 1],
    ['a quotation that goes on', '> [sensitive] b\nc\n\nd', 'd', 1],
    ['a heading', '# [sensitive] Names\n\ntext', 'text', 1],
    ['a heading with a line under it', '[sensitive] Names\n---\ntext', 'text', 1],
    ['a cell of a table', '| a | b |\n|---|---|\n| [sensitive] x | y |', '| a | b |\n|---|---|\n| | y |', 1],
    ['cells with bars in their words', 'a | b\n-|-\nx \\| y | [sensitive] z', 'a | b\n-|-\nx \\| y | ', 1],
    ['a paragraph of a cell', '| a |\n|---|\n| x<br>[sensitive] y |', '| a |\n|---|\n| |', 1],
    ['what only looks like a table', '[sensitive] a | b | c\n--|--\n\nend', 'end', 1],
    ['with Windows line ends', 'a\r\n\r\n[sensitive] b\r\nb\r\n\r\nc\r\n', 'a\r\n\r\nc\r\n', 1],
    ['set in like code', 'a\n\n    [sensitive] b\n\nc', 'a\n\nc', 1],
    ['a fence under it', '- [sensitive] a\n  ```\n  b\n  ```\n- c', '- c', 1],
    [
      'after an item whose fence the row closes',
      '- a\n  ```\n  code\n[sensitive] b\n\nc',
      '- a\n  ```\n  code\n\nc',
      1,
    ],
    ['several', '[sensitive] a\n[sensitive] b\n\n- [sensitive] c\n  - [sensitive] d\n- e', '- e', 4],
  ])('%s', (_what, note, open, leftOut) => {
    expect(withoutSensitive(note)).toEqual({ markdown: open, leftOut });
  });

  it.each([
    ['in a code fence', 'a\n\n```\n[sensitive] b\n\n```\nc'],
    ['in a fence of a list', '- a\n  ~~~\n  [sensitive] b\n  ~~~'],
    ['that the writer escaped', '\\[sensitive\\] a'],
    ['in the middle of a row', 'a [sensitive] b'],
    ['as a link', '[sensitive](https://example.com)'],
  ])('the word %s is only a word', (_where, note) => {
    expect(withoutSensitive(note)).toEqual({ markdown: note, leftOut: 0 });
  });

  it('reads lists in lists to any depth', () => {
    expect(withoutSensitive(`${'> '.repeat(100_000)}[sensitive] x`)).toEqual({ markdown: '', leftOut: 1 });
    expect(withoutSensitive(`${'- '.repeat(10_000)}[sensitive] x\n\ny`)).toEqual({ markdown: 'y', leftOut: 1 });
  });

  const blocks = fc.array(
    fc.constantFrom(
      ...[
        'plain words',
        '- item',
        '  - under',
        '1. one',
        '> said',
        '# Head',
        '| a | b |',
        '|---|---|',
        '```',
        '',
        '中文',
        '\ttab',
      ],
      ...['[sensitive] SECRET', '- [sensitive] SECRET', '> [sensitive] SECRET', '| [sensitive] SECRET | b |', '---'],
      ...['  [sensitive] [ask] SECRET', '2) [sensitive] SECRET', '- [ ] [sensitive] SECRET', '## [sensitive] SECRET'],
    ),
    { maxLength: 14 },
  );

  it('nothing sensitive is left outside code, nothing is left out where nothing is sensitive, and no row is made', () => {
    fc.assert(
      fc.property(blocks, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const note = rows.join(end);
        const { markdown, leftOut } = withoutSensitive(note);
        if (leftOut === 0) expect(markdown).toBe(note);
        if (!note.includes('```')) expect(markdown).not.toContain('SECRET');
        const isTable = /\|/.test(note);
        if (!isTable) expect(rows).toEqual(expect.arrayContaining(markdown.split(end).filter((row) => row !== '')));
      }),
      { numRuns: 3000 },
    );
  });

  it('what is left has nothing more to leave out', () => {
    fc.assert(
      fc.property(blocks, (rows) => {
        const { markdown } = withoutSensitive(rows.filter((row) => row !== '```').join('\n'));
        expect(withoutSensitive(markdown)).toEqual({ markdown, leftOut: 0 });
      }),
      { numRuns: 3000 },
    );
  });
});
