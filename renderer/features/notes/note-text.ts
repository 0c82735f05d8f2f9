import type { Node } from '@tiptap/pm/model';
import { writeMarkdown } from './markdown/write';

/**
 * What a block says: as the store has it, or as the editor has it. The editor's is put into Markdown when it is asked
 * for and not at each key.
 */
export class NoteText {
  #doc: Node | null;
  #markdown: string | null;

  private constructor(doc: Node | null, markdown: string | null) {
    this.#doc = doc;
    this.#markdown = markdown;
  }

  static stored(markdown: string): NoteText {
    return new NoteText(null, markdown);
  }

  static typed(doc: Node): NoteText {
    return new NoteText(doc, null);
  }

  /** The document that was read from it, so that what is typed is compared with that and not put into Markdown. */
  showAs(doc: Node): void {
    this.#doc ??= doc;
  }

  get markdown(): string {
    if (this.#markdown === null) this.#markdown = this.#doc === null ? '' : writeMarkdown(this.#doc);
    return this.#markdown;
  }

  /** Two documents of one editor share what they have in common, so that looking is quick. */
  isSame(other: NoteText): boolean {
    if (this === other) return true;
    if (this.#doc && other.#doc && this.#doc.type === other.#doc.type) return this.#doc.eq(other.#doc);
    return this.markdown === other.markdown;
  }
}
