import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import MarkdownIt from 'markdown-it';

let editor: Editor | null = null;
let place: HTMLElement | null = null;

/** Puts an editor with nothing but Tiptap's starter kit over the window, with this text in it and the caret at its end. */
export function mountBare(markdown: string, onText: (() => void) | null): void {
  unmountBare();
  place = document.createElement('div');
  place.style.cssText = 'position:fixed;inset:0;z-index:10000;overflow:auto;background:Canvas;padding:2rem 20%';
  document.body.append(place);
  editor = new Editor({
    element: place,
    extensions: [StarterKit],
    content: new MarkdownIt({ breaks: true }).render(markdown),
    ...(onText === null ? {} : { onUpdate: onText }),
  });
  editor.commands.focus('end', { scrollIntoView: true });
}

export function unmountBare(): void {
  editor?.destroy();
  place?.remove();
  editor = null;
  place = null;
}

export function bareText(): string {
  return editor?.getText() ?? '';
}
