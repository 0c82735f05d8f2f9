import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { toggleSign } from './signs';

interface NoteKeysOptions {
  readonly timeNow: () => string;
  readonly onFind: () => void;
  readonly onLink: () => void;
}

/** Keys that write or look, and Escape, which gives the next Tab back to the window: nobody is caught in a note. */
export const NoteKeys = Extension.create<NoteKeysOptions>({
  name: 'noteKeys',
  priority: 950,

  addOptions: () => ({ timeNow: () => '', onFind: () => undefined, onLink: () => undefined }),

  addKeyboardShortcuts() {
    return {
      'Mod-Shift-t': ({ editor }) => editor.commands.insertContent(`${this.options.timeNow()} `),
      'Mod-Shift-f': ({ editor }) => toggleSign(editor, 'follow-up'),
      'Mod-f': () => {
        this.options.onFind();
        return true;
      },
      'Mod-Shift-k': () => {
        this.options.onLink();
        return true;
      },
    };
  },

  addProseMirrorPlugins() {
    let isLeaving = false;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            // Before every keymap: a Tab after Escape is the window's.
            keydown: (_view, event) => {
              if (event.isComposing) return false;
              const wasLeaving = isLeaving;
              isLeaving = event.key === 'Escape' || (wasLeaving && event.key === 'Shift');
              return wasLeaving && event.key === 'Tab';
            },
          },
        },
      }),
    ];
  },
});
