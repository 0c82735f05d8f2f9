import { Extension, InputRule } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { freshAnchor } from './anchors';
import type { SignName } from './marked-paragraph';

/** In the order of their keys, Ctrl+Shift+1 first. */
export const signNames = ['ask', 'ours', 'theirs', 'follow-up', 'quote', 'sensitive'] as const satisfies SignName[];

/** What is typed at the start of a line for each sign, before its colon. */
const typed: Readonly<Record<SignName, string>> = {
  ask: 'ask|求助',
  ours: 'ours|我方',
  theirs: 'theirs|對方|对方',
  'follow-up': 'follow-up|todo|跟進|跟进',
  quote: 'quote|引述',
  sensitive: 'sensitive|敏感',
};

/** Signs at the start of a line: by typing them, and by their keys wherever the digits are on the keyboard. */
export const Signs = Extension.create({
  name: 'signs',
  priority: 900,

  addInputRules: () => [
    boxInList,
    ...signNames.map((sign) => {
      const [latin = '', ...chinese] = split(typed[sign]);
      const find = new RegExp(
        `(?:^|\\n)(?:\\[(?:${sign})\\]\\s|(?:${latin}):\\s|(?:${chinese.join('|')})(?:：|:\\s))$`,
        'i',
      );
      return new InputRule({
        find,
        handler: ({ state, range }) => {
          if (!canBeMarked(state.doc.resolve(range.to).parent)) return null;
          const { tr } = state;
          const from = range.to - textLength(state, range);
          tr.delete(from, range.to);
          const at = isolateLine(tr, from);
          setSign(tr, at, sign, true);
          return undefined;
        },
      });
    }),
  ],

  addKeyboardShortcuts: () => ({
    Backspace: ({ editor }) =>
      atStartOfMarked(editor) &&
      editor
        .chain()
        .command(({ tr }) => clearSigns(tr))
        .run(),
    Enter: ({ editor }) => enterInMarked(editor),
  }),

  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          handleKeyDown: (_view, event) => {
            if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.altKey) return false;
            // By its place: Shift makes another sign of each digit, and of every layout its own.
            const sign = signNames[Number(/^Digit([1-6])$/.exec(event.code)?.[1] ?? 0) - 1];
            return sign !== undefined && toggleSign(editor, sign);
          },
        },
      }),
    ];
  },
});

/** `- [ ] ` is typed as Markdown has it: the box in an item that is there already makes the list one of boxes. */
const boxInList = new InputRule({
  find: /^\[([ xX]?)\]\s$/,
  handler: ({ state, range, match, chain }) => {
    if (state.doc.resolve(range.to).node(-1).type.name !== 'listItem') return null;
    const checked = /x/i.test(match[1] ?? '');
    chain().deleteRange(range).toggleTaskList().updateAttributes('taskItem', { checked }).run();
    return undefined;
  },
});

function split(words: string): string[] {
  const all = words.split('|');
  const latin = all.filter((word) => /^[a-z-]+$/.test(word));
  return [latin.join('|'), ...all.filter((word) => !latin.includes(word))];
}

/** The typed sign as far as it stands in the document: its last character has not come there yet. */
function textLength(state: EditorState, range: { readonly from: number; readonly to: number }): number {
  const text = state.doc.textBetween(range.from, range.to, '', '\n');
  return text.startsWith('\n') ? text.length - 1 : text.length;
}

/** A paragraph can be marked; a heading, code or a table's cell cannot. */
export function canBeMarked(node: Node): boolean {
  return node.type.name === 'paragraph';
}

/** Makes the line at a place, between two line breaks, a paragraph of its own; answers where that begins. */
function isolateLine(tr: Transaction, place: number): number {
  const $place = tr.doc.resolve(place);
  const { parent } = $place;
  const start = $place.start();
  let before = -1;
  let after = -1;
  parent.forEach((node, offset) => {
    if (node.type.name !== 'hardBreak') return;
    if (start + offset < place) before = start + offset;
    else if (after === -1) after = start + offset;
  });
  if (after !== -1) tr.delete(after, after + 1).split(after);
  if (before === -1) return start - 1;
  tr.delete(before, before + 1).split(before);
  return before + 1;
}

function setSign(tr: Transaction, at: number, sign: SignName, isOn: boolean): void {
  const node = tr.doc.nodeAt(at);
  if (!node) return;
  if (sign === 'sensitive') {
    tr.setNodeAttribute(at, 'isSensitive', isOn);
    return;
  }
  const anchor = isOn && sign === 'follow-up' ? freshAnchor() : null;
  tr.setNodeMarkup(at, null, { ...node.attrs, marker: isOn ? sign : null, anchor });
}

/** Puts a sign before the lines that are chosen, or takes it away when all of them have it. */
export function toggleSign(editor: Editor, sign: SignName): boolean {
  return editor.commands.command(({ tr, state }) => {
    const { from, to, empty } = tr.selection;
    const heading = tr.selection.$from.parent;
    const { paragraph } = state.schema.nodes;
    if (heading.type.name === 'heading' && paragraph) tr.setBlockType(from, to, paragraph);
    if (empty && canBeMarked(tr.doc.resolve(from).parent)) isolateLine(tr, from);
    const range = tr.selection;
    const lines: { readonly node: Node; readonly at: number }[] = [];
    tr.doc.nodesBetween(range.from, range.to, (node, at) => {
      if (canBeMarked(node)) lines.push({ node, at });
      return !node.isTextblock;
    });
    if (lines.length === 0) return false;
    const isOn = !lines.every(({ node }) => hasSign(node, sign));
    for (const { node, at } of lines) if (hasSign(node, sign) !== isOn) setSign(tr, at, sign, isOn);
    return true;
  });
}

export function hasSign(node: Node, sign: SignName): boolean {
  return sign === 'sensitive' ? node.attrs['isSensitive'] === true : node.attrs['marker'] === sign;
}

function isMarked(node: Node): boolean {
  return canBeMarked(node) && (node.attrs['marker'] !== null || node.attrs['isSensitive'] === true);
}

function atStartOfMarked({ state }: Editor): boolean {
  const { $from, empty } = state.selection;
  return empty && $from.parentOffset === 0 && isMarked($from.parent);
}

function clearSigns(tr: Transaction): boolean {
  tr.setNodeMarkup(tr.selection.$from.before(), null, { marker: null, isSensitive: false, anchor: null });
  return true;
}

/** Enter on an empty marked line takes its signs away; before the words of one it makes room above. */
function enterInMarked(editor: Editor): boolean {
  if (!atStartOfMarked(editor)) return false;
  return editor.commands.command(({ tr, state }) => {
    const { $from } = tr.selection;
    if ($from.parent.childCount === 0) return clearSigns(tr);
    const { paragraph } = state.schema.nodes;
    // In a list a new item is made; there Enter does what it always does.
    if (!paragraph || $from.node(-1).type.name.endsWith('Item')) return false;
    tr.insert($from.before(), paragraph.create());
    return true;
  });
}
