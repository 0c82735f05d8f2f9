import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Says in an empty note what it is for. Nothing else of a note is looked at, so that a key costs nothing here. */
export const EmptyHint = Extension.create<{ readonly words: string }>({
  name: 'emptyHint',
  addOptions: () => ({ words: '' }),
  addProseMirrorPlugins() {
    const { words } = this.options;
    return [
      new Plugin({
        props: {
          decorations: ({ doc }) => {
            const first = doc.childCount === 1 ? doc.firstChild : null;
            if (first?.type.name !== 'paragraph' || first.childCount > 0 || first.attrs['marker'] !== null) return null;
            const hint = Decoration.node(0, first.nodeSize, { class: 'is-editor-empty', 'data-placeholder': words });
            return DecorationSet.create(doc, [hint]);
          },
        },
      }),
    ];
  },
});
