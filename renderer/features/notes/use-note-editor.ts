import { useLayoutEffect, useRef, useState } from 'react';
import { Editor } from '@tiptap/core';
import type { Extensions } from '@tiptap/core';
import { EditorState, Selection } from '@tiptap/pm/state';
import { readMarkdown } from './markdown/read';
import { asStored } from './document/anchors';
import type { NoteText as Text } from './note-text';
import { NoteText } from './note-text';
import type { Autosave } from '../../lib/autosave';

interface NoteEditorOptions {
  readonly extensions: Extensions;
  /** What the field is called, and the id of what describes it, for those who do not see it. */
  readonly label: string;
  readonly describedBy: string;
  readonly isFocusedFirst: boolean;
}

interface MountedEditor {
  readonly editor: Editor | null;
  readonly place: (element: HTMLElement | null) => void;
}

/**
 * The editor of one's own block. It lives outside React: a key changes the document and the page, and nothing is drawn
 * anew; the words go to the autosave as a document, which puts them into Markdown when it writes.
 */
export function useNoteEditor(autosave: Autosave<Text>, options: NoteEditorOptions): MountedEditor {
  const [element, place] = useState<HTMLElement | null>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const first = useRef(options);
  // Before whoever holds the autosave lets it go: the editor hands over its last words when it is closed.
  useLayoutEffect(() => {
    if (element === null) return undefined;
    const mounted = openEditor(element, autosave, first.current);
    setEditor(mounted.editor);
    return () => {
      setEditor(null);
      mounted.close();
    };
  }, [element, autosave]);
  return { editor, place };
}

function openEditor(
  element: HTMLElement,
  autosave: Autosave<Text>,
  { extensions, label, describedBy, isFocusedFirst }: NoteEditorOptions,
): { readonly editor: Editor; readonly close: () => void } {
  let shown = autosave.snapshot().value;
  const editor = new Editor({
    element,
    extensions,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-describedby': describedBy,
        spellcheck: 'false',
      },
      // A menu or a dialog above the note is scrolled to as well; the caret keeps clear of the bars at the edges.
      scrollMargin: { top: 56, right: 8, bottom: 56, left: 8 },
      scrollThreshold: { top: 56, right: 0, bottom: 56, left: 0 },
    },
  });

  // Given as a document and not as Tiptap's content, so that its blocks are known again when they are written.
  const { schema, plugins } = editor.state;
  const doc = readMarkdown(schema, shown.markdown);
  shown.showAs(doc);
  editor.view.updateState(EditorState.create({ doc, plugins: [...plugins] }));

  const hand = (): void => {
    if (editor.isDestroyed) return;
    shown = NoteText.typed(editor.state.doc);
    autosave.type(shown);
  };
  editor.on('update', ({ transaction }) => {
    // What an input method is composing is not anybody's word yet.
    if (transaction.getMeta(asStored) !== true && !editor.view.composing) hand();
  });
  const { dom } = editor.view;
  const onCompositionStart = (): void => autosave.compose(true);
  let handsOver: ReturnType<typeof setTimeout> | undefined;
  const onCompositionEnd = (): void => {
    autosave.compose(false);
    // The document has the composed words at once, and on some systems a moment later.
    queueMicrotask(hand);
    clearTimeout(handsOver);
    handsOver = setTimeout(() => {
      handsOver = undefined;
      hand();
    }, 60);
  };
  dom.addEventListener('compositionstart', onCompositionStart);
  dom.addEventListener('compositionend', onCompositionEnd);
  const stop = autosave.subscribe(() => {
    const { value } = autosave.snapshot();
    if (value === shown || value.isSame(shown)) return;
    shown = value;
    showStored(editor, value.markdown);
    value.showAs(editor.state.doc);
  });
  // Tiptap's own command waits for the next frame, in which the focus may have been put elsewhere.
  if (isFocusedFirst && !isTypingElsewhere()) {
    const { state, view } = editor;
    view.dispatch(state.tr.setSelection(Selection.atEnd(state.doc)));
    view.focus();
  }
  return {
    editor,
    close: () => {
      // The note may be left in the middle of a composition, or in the moment after it.
      if (handsOver !== undefined || editor.view.composing) hand();
      clearTimeout(handsOver);
      stop();
      dom.removeEventListener('compositionstart', onCompositionStart);
      dom.removeEventListener('compositionend', onCompositionEnd);
      editor.destroy();
    },
  };
}

function isTypingElsewhere(): boolean {
  return document.activeElement?.matches('input, textarea, [contenteditable="true"]') ?? false;
}

/** Shows what the store has now; what is the same stays, and the caret with it. */
function showStored(editor: Editor, markdown: string): void {
  const { doc, tr, schema } = editor.state;
  const next = readMarkdown(schema, markdown);
  const start = doc.content.findDiffStart(next.content);
  const end = doc.content.findDiffEnd(next.content);
  if (start === null || end === null) return;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap));
  editor.view.dispatch(tr.setMeta(asStored, true).setMeta('addToHistory', false));
}
