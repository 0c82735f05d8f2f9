import { mergeAttributes, Node } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { Marker } from '@shared/domain/note/marks';
import { withAnchors } from './anchors';
import { FollowUpLine } from './follow-up-line';
import type { FollowUpRecords } from './follow-up-records';

export type SignName = Marker | 'sensitive';

interface ParagraphOptions {
  /** What stands before a marked line, in words. */
  readonly labels: Readonly<Record<SignName, string>>;
  readonly records: FollowUpRecords | null;
}

/** A paragraph; a marker makes it an ask, a commitment, a follow-up or a quotation, and it may be sensitive. */
export const MarkedParagraph = Node.create<ParagraphOptions>({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',

  addOptions: () => ({
    labels: { ask: '', ours: '', theirs: '', 'follow-up': '', quote: '', sensitive: '' },
    records: null,
  }),

  addAttributes() {
    return {
      marker: {
        default: null,
        keepOnSplit: false,
        parseHTML: (element) => element.getAttribute('data-marker'),
        renderHTML: () => ({}),
      },
      isSensitive: {
        default: false,
        keepOnSplit: false,
        parseHTML: (element) => element.hasAttribute('data-sensitive'),
        renderHTML: () => ({}),
      },
      anchor: {
        default: null,
        keepOnSplit: false,
        parseHTML: (element) => element.getAttribute('data-anchor'),
        renderHTML: () => ({}),
      },
    };
  },

  parseHTML: () => [{ tag: 'p' }],

  renderHTML({ node, HTMLAttributes }) {
    return ['p', mergeAttributes(HTMLAttributes, signsOf(node.attrs, this.options.labels)), 0];
  },

  addNodeView() {
    const { labels, records } = this.options;
    return ({ node }) => new FollowUpLine(node, (attrs) => signsOf(attrs, labels), records);
  },

  addProseMirrorPlugins: () => [
    new Plugin({ appendTransaction: (transactions, before, state) => withAnchors(transactions, before, state) }),
  ],
});

/** How a marked line is marked on the screen, and in what is copied from it. */
function signsOf(attrs: Readonly<Record<string, unknown>>, labels: ParagraphOptions['labels']): Record<string, string> {
  const { marker, isSensitive, anchor } = attrs;
  const names: SignName[] = isSensitive === true ? ['sensitive'] : [];
  if (isMarker(marker)) names.push(marker);
  if (names.length === 0) return {};
  return {
    'data-label': names.map((name) => labels[name]).join(' · '),
    ...(isMarker(marker) ? { 'data-marker': marker } : {}),
    ...(isSensitive === true ? { 'data-sensitive': '' } : {}),
    ...(typeof anchor === 'string' ? { 'data-anchor': anchor } : {}),
  };
}

function isMarker(value: unknown): value is Marker {
  return value === 'ask' || value === 'ours' || value === 'theirs' || value === 'follow-up' || value === 'quote';
}
