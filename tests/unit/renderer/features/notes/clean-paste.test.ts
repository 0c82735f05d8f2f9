import { describe, expect, it } from '@jest/globals';
import { DOMParser as DocumentParser } from '@tiptap/pm/model';
import { cleanPaste } from '@renderer/features/notes/document/clean-paste';
import { writeCanonically } from '@renderer/features/notes/markdown/write';
import { schema } from './markdown/documents';
import { mail, web, wordList, wordTable, wordTracked } from './pasted';

/** What a fragment becomes in a note. */
function pasted(html: string): string {
  const body = document.createElement('div');
  body.innerHTML = cleanPaste(html).html;
  return writeCanonically(DocumentParser.fromSchema(schema).parse(body));
}

describe('a pasted fragment', () => {
  it('of a list in Word is a list, with its levels and without its typed bullets', () => {
    expect(pasted(wordList)).toBe(
      'Points raised:\n\n- Rent of the **pilot plant**\n- Visas\n  1. for engineers\n  2. for 家屬\n- Schools\n\nThat is all.',
    );
  });

  it('of a table in Word keeps the table, every cell', () => {
    expect(pasted(wordTable)).toBe(
      '| City | Area | m² |\n| --- | --- | --- |\n| 深圳 | Nanshan<br>Qianhai | 1,200 |\n| Total |  | 1,200 |',
    );
  });

  it('with tracked changes and comments has the words that stand, and not those that were struck out', () => {
    expect(pasted(wordTracked)).toBe('They will *invest* HKD 30 million.');
  });

  it('of a web page has its words, headings and links, and nothing that runs, hides or loads', () => {
    const { html, pictures } = cleanPaste(web);
    expect(pictures).toBe(2);
    expect(html).not.toMatch(/script|style|onclick|onerror|class=|img|iframe|javascript/i);
    expect(pasted(web)).toBe(
      '## News\n\nRead [the notice](https://example.org/notice?a=1&b=2) or do nothing.\n\n> Said there\n\n```\nlet x = 1;\n```',
    );
  });

  it('of a mail has its paragraphs and emphasis', () => {
    expect(pasted(mail)).toBe('Dear all,\n\nThe **deadline** is *Friday*.<br>\n\nRegards');
  });
});
