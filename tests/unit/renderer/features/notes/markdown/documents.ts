import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { MarkedParagraph, noteParts } from '@renderer/features/notes/document/extensions';

/** A node as ProseMirror reads it. */
interface Json {
  readonly type: string;
  readonly attrs?: object;
  readonly marks?: readonly object[];
  readonly content?: readonly Json[];
  readonly text?: string;
}

export const schema = getSchema([...noteParts, MarkedParagraph]);

const troublesome = fc.constantFrom(
  ...['*', '**', '_', '`', '``', '~~', '~', '[ask]', '[sensitive] ', '[x] ', '[ ] ', '](', '[', ']', '!', '!['],
  ...['# ', '## ', '- ', '+ ', '1. ', '23) ', '> ', '---', '===', '|', '| --- |', ':-:', '<br>', '<!-- -->', '<b>'],
  ...['&amp;', '&#32;', '&', '\\', '\\\\', '\t', ' ', '  ', '\u00a0', '\u3000', '^3b1f0c2a', ' ^3b1f0c2a', '[^1]'],
  ...[
    '。',
    '，',
    '「',
    '」',
    '重要',
    '接下來',
    '👩‍🔬',
    'http://a.b',
    '<http://a.b>',
    'a@b.c',
    '"',
    "'",
    '(',
    ')',
    '```',
    '~~~',
  ],
);
const words = fc
  .array(
    fc.oneof(troublesome, fc.constantFrom('a', 'b1', 'word', '中'), fc.string({ unit: 'grapheme', maxLength: 3 })),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join('').replace(/[\u0000-\u0008\n-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g, ''))
  .filter((text) => text !== '');

const mark = (type: string) => fc.constant({ type });
const address = fc.constantFrom(
  'https://a.b/c?d=e&f=1',
  'https://a.b/&amp;&lt',
  'https://a.b/(c) d',
  'mailto:a@b.c',
  'https://例.中國/路<徑>\\',
);
const markSet = fc.uniqueArray(
  fc.oneof(
    { weight: 3, arbitrary: mark('bold') },
    { weight: 3, arbitrary: mark('italic') },
    mark('strike'),
    mark('code'),
    fc.record({
      type: fc.constant('link'),
      attrs: fc.record({ href: address, title: fc.constantFrom(null, 'so "called" & \\') }),
    }),
  ),
  { maxLength: 3, selector: ({ type }) => type },
);
const marks = fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: markSet });
const noCode = marks.map((set) => set.filter(({ type }) => type !== 'code'));

const text = fc.record({ type: fc.constant('text'), text: words, marks });
const hardBreak = fc.record({ type: fc.constant('hardBreak'), marks: noCode });
const source = fc.record({
  type: fc.constant('source'),
  attrs: fc.record({ source: fc.constantFrom('![a](b.png)', '![圖 | 片](<a b> "c")') }),
  marks: noCode,
});
const inline = fc.array(
  fc.oneof({ weight: 8, arbitrary: text }, { weight: 2, arbitrary: hardBreak }, { weight: 1, arbitrary: source }),
  { maxLength: 4 },
);

const anchor = fc.stringMatching(/^[0-9a-f]{8}$/);
const signs = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record({
      marker: fc.constantFrom(null, 'ask', 'ours', 'theirs', 'quote'),
      isSensitive: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      marker: fc.constant('follow-up'),
      isSensitive: fc.boolean(),
      anchor: fc.oneof(anchor, fc.constant(null)),
    }),
  },
);

const paragraph = fc.record({ type: fc.constant('paragraph'), attrs: signs, content: inline });
const codeText = fc.oneof(words, fc.constantFrom('```\n~~~~', '  indented\n\n\tx\n', '\n', '- a\n# b'));
const leaf: fc.Arbitrary<Json> = fc.oneof(
  { weight: 5, arbitrary: paragraph },
  fc.record({
    type: fc.constant('heading'),
    attrs: fc.record({ level: fc.integer({ min: 1, max: 6 }) }),
    content: inline,
  }),
  fc.record({
    type: fc.constant('codeBlock'),
    attrs: fc.record({ language: fc.constantFrom(null, 'js', 'a b', 'x`y') }),
    content: fc.array(codeText, { maxLength: 1 }).map((texts) => texts.map((said) => ({ type: 'text', text: said }))),
  }),
  fc.constant({ type: 'horizontalRule' }),
);
const table: fc.Arbitrary<Json> = fc
  .record({
    aligns: fc.array(fc.constantFrom(null, 'left', 'center', 'right'), { minLength: 1, maxLength: 3 }),
    cells: fc.array(fc.array(inline, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  })
  .map(({ aligns, cells }) => ({
    type: 'table',
    content: cells.map((row, at) => ({
      type: 'tableRow',
      content: aligns.map((align, column) => ({
        type: at === 0 ? 'tableHeader' : 'tableCell',
        attrs: { align },
        content: row[column] ?? [],
      })),
    })),
  }));

const { block } = fc.letrec<{ block: Json; item: Json[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 6, arbitrary: leaf },
    { weight: 1, arbitrary: table },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('blockquote'),
        content: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc
        .record({
          type: fc.constantFrom('bulletList', 'orderedList', 'taskList'),
          start: fc.constantFrom(1, 1, 7, 0, 999_999_999),
          items: fc.array(fc.record({ content: tie('item'), checked: fc.boolean() }), { minLength: 1, maxLength: 3 }),
        })
        .map(({ type, start, items }) => ({
          type,
          ...(type === 'orderedList' ? { attrs: { start } } : {}),
          content: items.map(({ content, checked }) =>
            type === 'taskList' ? { type: 'taskItem', attrs: { checked }, content } : { type: 'listItem', content },
          ),
        })),
    },
  ),
  item: fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 2 })).map(([first, rest]): Json[] => [first, ...rest]),
}));

/** Any document that the editor can make. */
export const documents = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((content) => schema.nodeFromJSON(joined({ type: 'doc', content })));

/** Text with the same marks side by side is one text. */
function joined(json: Json): Json {
  const content: Json[] = [];
  for (const child of (json.content ?? []).map(joined)) {
    const last = content.at(-1);
    const isMore =
      child.type === 'text' && last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(child.marks);
    if (isMore) content.push({ ...child, text: `${content.pop()?.text ?? ''}${child.text ?? ''}` });
    else content.push(child);
  }
  return json.content ? { ...json, content } : json;
}

const line = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '',
      '- ',
      '  - ',
      '* ',
      '1. ',
      '3) ',
      '> ',
      '    ',
      '# ',
      '[ask] ',
      '- [x] ',
      '- [ ] [ours] ',
      '```',
      '| a | b |',
      '|---|---|',
      '| c |',
      '---',
      '===',
      '\t',
    ),
    fc.array(
      fc.oneof(
        troublesome,
        fc.constantFrom('alpha', 'beta', '中文', ' ', '**bold**', '*it*', '[l](http://x.y)', '`c`'),
      ),
      { maxLength: 5 },
    ),
  )
  .map(([sign, parts]) => `${sign}${parts.join('')}`);

/** Any Markdown that somebody may have written. */
export const markdownTexts = fc.array(line, { minLength: 1, maxLength: 9 }).map((lines) => lines.join('\n'));

/** Every letter, in order: what is left of a text without its signs. A link that goes on may say its address once. */
export function lettersIn(markdown: string): string {
  const said = markdown
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')
    .replaceAll('<br>', ' ')
    .replaceAll('(http://x.y)', '')
    // Two addresses side by side are one link, which then has to say where it leads.
    .replaceAll('](http://a.b)', ']')
    // Markers are written in their own order.
    .replace(/\\?\[(?:ask|ours|sensitive)\\?\]/g, '');
  return (said.match(/\p{L}+/gu) ?? []).join('');
}
