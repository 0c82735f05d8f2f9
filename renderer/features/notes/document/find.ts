import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { findAllFolded, fold } from '@shared/search/fold';

interface FindState {
  readonly words: string;
  readonly found: DecorationSet;
  /** The place that is shown now. */
  readonly shown: Place | null;
}

export interface Place {
  readonly from: number;
  readonly to: number;
}

type FindAct = { readonly words: string } | { readonly shown: Place | null };

const key = new PluginKey<FindState>('find');
const nothing: FindState = { words: '', found: DecorationSet.empty, shown: null };

/** Marks every place where the searched words stand, in Traditional or Simplified characters and in any case. After an edit only the paragraphs that it touched are read again. */
export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins: () => [
    new Plugin<FindState>({
      key,
      state: {
        init: () => nothing,
        apply: (tr, state) => {
          const act = tr.getMeta(key) as FindAct | undefined;
          if (act && 'words' in act) return lookFor(tr.doc, act.words);
          if (act) return { ...state, shown: act.shown };
          return tr.docChanged && state.words !== '' ? afterEdit(tr, state) : state;
        },
      },
      props: {
        decorations: (state) => {
          const { found, shown } = key.getState(state) ?? nothing;
          return shown === null
            ? found
            : found.add(state.doc, [Decoration.inline(shown.from, shown.to, { class: 'shown' })]);
        },
      },
    }),
  ],
});

function lookFor(doc: Node, words: string): FindState {
  if (words === '') return nothing;
  return { words, shown: null, found: DecorationSet.create(doc, marksIn(doc, 0, doc.content.size, words)) };
}

function marksIn(doc: Node, from: number, to: number, words: string): Decoration[] {
  const wanted = fold(words);
  const marks: Decoration[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, '\ufffc');
    for (const { start, length } of findAllFolded(text, wanted)) {
      marks.push(Decoration.inline(at + 1 + start, at + 1 + start + length, { nodeName: 'mark' }));
    }
    return false;
  });
  return marks;
}

function afterEdit(tr: Transaction, { words, found, shown }: FindState): FindState {
  let from = tr.doc.content.size;
  let to = 0;
  for (const [at, map] of tr.mapping.maps.entries()) {
    map.forEach((_oldFrom, _oldTo, start, end) => {
      const rest = tr.mapping.slice(at + 1);
      from = Math.min(from, rest.map(start, -1));
      to = Math.max(to, rest.map(end, 1));
    });
  }
  const mapped = found.map(tr.mapping, tr.doc);
  if (from > to) return { words, found: mapped, shown };
  const $from = tr.doc.resolve(from);
  const $to = tr.doc.resolve(to);
  const start = $from.depth === 0 ? from : $from.start();
  const end = $to.depth === 0 ? to : $to.end();
  const renewed = mapped.remove(mapped.find(start, end)).add(tr.doc, marksIn(tr.doc, start, end, words));
  return { words, found: renewed, shown: null };
}

/** Marks the words in one editor; the empty text marks nothing. */
export function findIn(editor: Editor, words: string): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, { words } satisfies FindAct));
}

export function placesIn(editor: Editor): Place[] {
  const { found } = key.getState(editor.state) ?? nothing;
  return found.find().map(({ from, to }) => ({ from, to }));
}

/** Shows one of the places, or none any more. */
export function showPlace(editor: Editor, shown: Place | null): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, { shown } satisfies FindAct));
  if (shown === null) return;
  const { node } = editor.view.domAtPos(shown.from);
  (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
}
