import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readMarkdown } from '@renderer/features/notes/markdown/read';
import { writeCanonically, writeMarkdown } from '@renderer/features/notes/markdown/write';
import { documents, markdownTexts, schema, lettersIn } from './documents';

const numRuns = Number(process.env['RUNS'] ?? 300);
const read = (markdown: string) => readMarkdown(schema, markdown);

describe('a document of the editor', () => {
  it('is the very same after it was written as Markdown and read again', () => {
    fc.assert(
      fc.property(documents, (doc) => {
        doc.check();
        const markdown = writeMarkdown(doc);
        const back = read(markdown);
        if (!back.eq(doc)) throw new Error(`${JSON.stringify(markdown)}\n${String(doc)}\n${String(back)}`);
        expect(writeCanonically(back)).toBe(markdown);
      }),
      { numRuns },
    );
  });

  it('keeps blocks that were not changed as they were written, and is the same when it is read again', () => {
    fc.assert(
      fc.property(markdownTexts, documents, fc.nat(), fc.boolean(), (markdown, other, at, isReplaced) => {
        const doc = read(markdown);
        const index = at % doc.childCount;
        const blocks = [...doc.children];
        blocks.splice(index, isReplaced ? 1 : 0, ...other.children);
        const edited = doc.type.create(null, blocks);
        const written = writeMarkdown(edited);
        const back = read(written);
        if (!back.eq(edited)) throw new Error(`${JSON.stringify(written)}\n${String(edited)}\n${String(back)}`);
      }),
      { numRuns },
    );
  });
});

describe('any Markdown', () => {
  it('is written as it was read, to the letter, when nothing was changed in it', () => {
    for (const markdown of [
      'Title\n=====\ntext at once\n* star\n* list\n\n\n\nlate',
      '1) one\n2) two\n\n~~~ js\ncode\n~~~\n\n***\n\n<div align="center">\n<b>x</b></div>',
      '| a | b |\n|---|:-:|\n| 1 | 2 |\n\n[foo]: http://a.b "c"\n\nsee [foo] and ![p](q.png) [^1]\n\n[^1]: note',
      'ends with lines\n\n',
    ]) {
      expect(writeMarkdown(read(markdown)).trimEnd()).toBe(markdown.trimEnd());
    }
  });

  it('keeps all its words, in their order', () => {
    fc.assert(
      fc.property(markdownTexts, (markdown) => {
        const doc = read(markdown);
        doc.check();
        expect(lettersIn(writeCanonically(doc))).toBe(lettersIn(markdown));
      }),
      { numRuns },
    );
  });

  it('says the same when it has been written in the one form', () => {
    fc.assert(
      fc.property(markdownTexts, (markdown) => {
        const doc = read(markdown);
        const back = read(writeCanonically(doc));
        if (!back.eq(doc)) throw new Error(`${JSON.stringify(writeCanonically(doc))}\n${String(doc)}\n${String(back)}`);
      }),
      { numRuns },
    );
  });

  it.each([
    ['HTML', 'a <b class="x">b</b> <img src=y>'],
    ['a picture', '![words](picture.png "title")'],
    ['a footnote', 'said[^1]\n\n[^1]: where'],
    ['a definition of a link', '[here]\n\n[here]: https://a.b'],
    ['Windows paths and sums', 'C:\\Users\\ada 2 * 3 = 6 snake_case'],
  ])('keeps %s as it is written', (_, markdown) => {
    expect(writeCanonically(read(markdown))).toBe(markdown);
  });

  it('keeps a star that stands before a blank at the end of slanted words', () => {
    const { nodes, marks } = schema;
    const words = schema.text('ask * ', [marks['italic']!.create()]);
    const doc = nodes['doc']!.create(null, nodes['paragraph']!.create(null, words));
    expect(String(read(writeCanonically(doc)))).toBe(String(doc));
  });

  it('writes a picture of an underlined heading on one line', () => {
    const written = writeCanonically(read('![a\nb](c.png)\n==='));
    expect(written).toBe('# ![a b](c.png)');
    expect(writeCanonically(read(written))).toBe(written);
  });

  it('loses no cell of a row that has more of them than the table has columns', () => {
    expect(read('| a | b |\n|---|---|\n| 1 | 2 | 3 |').textContent).toContain('| 1 | 2 | 3 |');
  });

  it('bolds Chinese beside its own punctuation', () => {
    expect(String(read('**重要。**接下來'))).toBe('doc(paragraph(bold("重要。"), "接下來"))');
  });

  it('takes a new line for a line break, and a later line with a marker for a paragraph', () => {
    expect(String(read('one\ntwo\n[ask] three\nfour'))).toBe(
      'doc(paragraph("one", hardBreak, "two"), paragraph("three", hardBreak, "four"))',
    );
  });

  it('reads markers with their anchors, and leaves escaped ones as they were typed', () => {
    const doc = read('[sensitive] [follow-up] @Ada send terms ^3b1f0c2a\n\n\\[ask] plain');
    expect(doc.child(0).attrs).toEqual({ marker: 'follow-up', isSensitive: true, anchor: '3b1f0c2a' });
    expect(doc.child(1).attrs).toEqual({ marker: null, isSensitive: false, anchor: null });
    expect(doc.child(1).textContent).toBe('[ask] plain');
    expect(writeCanonically(doc)).toBe('[sensitive] [follow-up] @Ada send terms ^3b1f0c2a\n\n\\[ask] plain');
  });

  it('leaves nothing of a sensitive paragraph to be read by others when it is split', () => {
    const doc = read('[sensitive] [follow-up] price ^3b1f0c2a\nand rent\n[ask] land');
    expect(doc.children.map(({ attrs }): unknown => attrs['isSensitive'])).toEqual([true, true, true]);
  });

  it('is shown as it was typed when it is nested too deeply', () => {
    const markdown = `${'> '.repeat(60)}deep`;
    expect(read(markdown).textContent).toBe(markdown);
  });
});
