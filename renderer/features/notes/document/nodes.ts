import { linkAddress } from '@shared/domain/note/link';
import { Mark, markInputRule, mergeAttributes, Node } from '@tiptap/core';
import { OrderedList } from '@tiptap/extension-list';
import { TableCell, TableHeader } from '@tiptap/extension-table';

/** Markdown may have code in bold, or in a link: unlike Tiptap's own, this mark goes with the others. */
export const Code = Mark.create({
  name: 'code',
  excludes: '',
  code: true,
  exitable: true,
  // Within every other mark, as Markdown has it.
  priority: 50,
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: ({ HTMLAttributes }) => ['code', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-e': () => this.editor.commands.toggleMark(this.name) };
  },
  addInputRules() {
    return [markInputRule({ find: /(^|[^`])`([^`]+)`(?!`)$/, type: this.type })];
  },
});

/** A link shows its words; it is opened only after asking, so on the screen it leads nowhere by itself. */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  priority: 1000,
  addAttributes: () => ({
    href: { default: '', parseHTML: (element) => element.getAttribute('href'), renderHTML: () => ({}) },
    title: { default: null },
  }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => (linkAddress.test(element.getAttribute('href') ?? '') ? null : false) },
  ],
  renderHTML: ({ mark, HTMLAttributes }) => [
    'a',
    mergeAttributes(HTMLAttributes, { href: String(mark.attrs['href']), rel: 'noreferrer' }),
    0,
  ],
});

/** A picture in the text, or whatever else of Markdown a note cannot show: kept, and shown, as it is written. */
export const Source = Node.create({
  name: 'source',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    source: { default: '', parseHTML: (element) => element.getAttribute('data-source'), renderHTML: () => ({}) },
  }),
  parseHTML: () => [{ tag: 'span[data-source]' }],
  renderHTML: ({ node }) => ['span', { 'data-source': String(node.attrs['source']) }, String(node.attrs['source'])],
  renderText: ({ node }) => String(node.attrs['source']),
});

/** Numbers only: Markdown has no other kinds. */
export const NumberedList = OrderedList.extend({
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element) =>
        Math.min(999_999_999, Math.max(0, Number.parseInt(element.getAttribute('start') ?? '1', 10) || 0)),
    },
  }),
});

const cellAttributes = () => ({
  // Markdown has no cells that reach over others; what is pasted is cut up before it comes here.
  colspan: { default: 1, parseHTML: () => 1 },
  rowspan: { default: 1, parseHTML: () => 1 },
  colwidth: { default: null, parseHTML: () => null },
  align: {
    default: null,
    parseHTML: () => null,
    renderHTML: ({ align }: Record<string, unknown>) =>
      typeof align === 'string' ? { style: `text-align: ${align}` } : {},
  },
});

/** A cell is one line, as in Markdown; a break in it is written `<br>`. */
export const LineCell = TableCell.extend({
  content: 'inline*',
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'td' }],
});

export const LineHeader = TableHeader.extend({
  content: 'inline*',
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'th' }],
});
