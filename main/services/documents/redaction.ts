import type { Audience, LeftOut } from '@shared/documents/choices';
import { markedLines, readLine, withoutSensitive } from '@shared/domain/note/marks';
import type { Classification, LocalisedText, RecordId } from '@shared/domain/values';
import type { Reader } from '../../storage/store';
import { KnownNumbers } from './known-numbers';
import { WithheldNames } from './withheld-names';

export interface Discretion {
  readonly audience: Audience;
  /** Lines marked as sensitive are printed too; never in an external document. */
  readonly isWithSensitive: boolean;
}

/**
 * What a document does not say, and how much that was. Whatever is printed comes through here: `open` for texts of
 * several lines, `line` for one, `name` for what somebody is called.
 */
export class Redaction {
  readonly isExternal: boolean;
  readonly isWithSensitive: boolean;
  readonly #known: KnownNumbers | null;
  readonly #withheld: WithheldNames | null;
  readonly #restricted = new Set<RecordId>();
  /** A text that is read twice is counted once. */
  readonly #opened = new Map<string, string>();
  readonly #lines = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #linesInTexts = new Set<string>();
  readonly #linesBeside = new Set<string>();
  #sensitiveLines = 0;
  #personalNumbers = 0;

  constructor(reader: Reader, { audience, isWithSensitive }: Discretion) {
    this.isExternal = audience === 'external';
    this.isWithSensitive = isWithSensitive && !this.isExternal;
    this.#known = this.isExternal ? new KnownNumbers(reader) : null;
    this.#withheld = this.isExternal ? new WithheldNames(reader) : null;
  }

  /** Whether a record may be in the document; one that may not is counted. */
  allows(record: { readonly id: RecordId; readonly classification: Classification }): boolean {
    const isAllowed = this.#isFree(record);
    if (!isAllowed) this.#restricted.add(record.id);
    return isAllowed;
  }

  /** Counts a record that is left out because of what it is about. */
  leaveOut(id: RecordId): void {
    this.#restricted.add(id);
  }

  /** A text of several lines, without its lines marked as sensitive, unless those were asked for. */
  open(text: string): string {
    const known = this.#opened.get(text);
    if (known !== undefined) return known;
    let said = text;
    if (!this.isWithSensitive) {
      const { markdown, leftOut } = withoutSensitive(text);
      this.#sensitiveLines += leftOut;
      if (leftOut > 0) this.#learnSensitive(text);
      said = markdown;
    }
    said = this.line(said);
    this.#opened.set(text, said);
    return said;
  }

  line(text: string): string {
    return this.#said(text, 'text', this.#lines);
  }

  title(text: LocalisedText): LocalisedText {
    return { en: this.line(text.en), zhHant: this.line(text.zhHant), zhHans: this.line(text.zhHans) };
  }

  name(text: LocalisedText): LocalisedText {
    return { en: this.called(text.en), zhHant: this.called(text.zhHant), zhHans: this.called(text.zhHans) };
  }

  /** A name in one form. Its own words stay, whoever has one of them as an id. */
  called(text: string): string {
    return this.#said(text, 'name', this.#names);
  }

  /** Somebody's own numbers: none of them in an external document. */
  numbers(all: readonly string[]): readonly string[] {
    const given = all.filter((number) => number.trim() !== '');
    if (!this.isExternal) return given;
    this.#personalNumbers += given.length;
    return [];
  }

  /** Counts a line that is kept beside the note where it stands, unless it was counted there. */
  leaveOutLine(line: string): void {
    this.#linesBeside.add(readLine(line).words);
  }

  leftOut(): LeftOut {
    return {
      sensitiveLines:
        this.#sensitiveLines + [...this.#linesBeside].filter((line) => !this.#linesInTexts.has(line)).length,
      restrictedRecords: this.#restricted.size,
      personalNumbers: this.#personalNumbers,
    };
  }

  /** The text without what is known to be somebody's own or withheld; `before` has what was read already. */
  #said(text: string, kind: 'text' | 'name', before: Map<string, string>): string {
    if (this.#known === null || this.#withheld === null) return text;
    const known = before.get(text);
    if (known !== undefined) return known;
    const named = this.#withheld.without(text);
    for (const id of named.ids) this.#restricted.add(id);
    const { text: said, count } = this.#known.without(named.text, kind);
    this.#personalNumbers += count;
    before.set(text, said);
    return said;
  }

  #learnSensitive(text: string): void {
    for (const { isSensitive, words } of markedLines(text)) if (isSensitive) this.#linesInTexts.add(words);
  }

  #isFree({ classification }: { readonly classification: Classification }): boolean {
    return !this.isExternal || classification === 'unclassified';
  }
}
