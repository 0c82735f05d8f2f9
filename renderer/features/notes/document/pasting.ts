import { Extension } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { Node, Schema } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { cleanPaste } from './clean-paste';

interface PastingOptions {
  /** Told how many pictures were left out. */
  readonly onPictures: (count: number) => void;
}

/** Control characters, which no key writes, are not pasted either: Markdown has no place for them. */
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** What is pasted comes without fonts, styles and scripts; in a table's cell it becomes one line. */
export const Pasting = Extension.create<PastingOptions>({
  name: 'pasting',

  addOptions: () => ({ onPictures: () => undefined }),

  addProseMirrorPlugins() {
    const { onPictures } = this.options;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            // Dictation and the like put in several lines at once; each is a line of the note.
            beforeinput: (view, event) => {
              const { data, inputType, isComposing } = event;
              if (inputType !== 'insertText' || isComposing || data?.includes('\n') !== true) return false;
              event.preventDefault();
              return view.pasteText(data);
            },
          },
          transformPastedHTML: (html) => {
            const { html: clean, pictures } = cleanPaste(html.replace(control, ''));
            if (pictures > 0) onPictures(pictures);
            return clean;
          },
          transformPastedText: (text) => text.replace(/\r\n?/g, '\n').replace(control, ''),
          clipboardTextParser: (text, $context) =>
            $context.parent.type.spec.tableRole === undefined
              ? linesAsParagraphs($context.doc.type.schema, text)
              : asOneLine($context.doc.type.schema, linesAsParagraphs($context.doc.type.schema, text)),
          transformPasted: (slice, view) => {
            const { parent } = view.state.selection.$from;
            const isTable = slice.content.firstChild?.type.spec.tableRole !== undefined;
            return parent.type.spec.tableRole !== undefined && !isTable ? asOneLine(view.state.schema, slice) : slice;
          },
        },
      }),
    ];
  },
});

function linesAsParagraphs(schema: Schema, text: string): Slice {
  const paragraphs = text
    .split('\n')
    .map((line) => schema.nodes['paragraph']?.create(null, line === '' ? null : schema.text(line)));
  return new Slice(Fragment.fromArray(paragraphs.filter((node): node is Node => node !== undefined)), 1, 1);
}

function asOneLine(schema: Schema, slice: Slice): Slice {
  const line: Node[] = [];
  slice.content.descendants((node) => {
    if (!node.isTextblock) {
      if (node.isInline) line.push(node);
      return true;
    }
    const pause = schema.nodes['hardBreak']?.create();
    if (line.length > 0 && pause) line.push(pause);
    line.push(...node.children);
    return false;
  });
  return new Slice(Fragment.fromArray(line), 0, 0);
}
