import type { LocalisedText, WrittenForm } from '@shared/domain/values';
import { wordsOf } from '../../../words';
import type { Say } from '../../../words';
import { printable } from '../../document/printable';
import type { PersonInDocument } from '../../document/people';
import { Voice } from '../../document/voice';

const han = /\p{Script=Han}/u;

/** What a release says in one language: plain sentences, and a visible place 【…】 for what nobody has recorded. */
export class PressWords {
  readonly form: WrittenForm;
  readonly say: Say<'documents'>;
  readonly #voice: Voice;

  constructor(form: WrittenForm) {
    this.form = form;
    this.say = wordsOf('documents', form);
    this.#voice = new Voice({ form, beside: null });
  }

  name(text: LocalisedText): string {
    return withoutBrackets(this.#voice.plainName(text));
  }

  person(person: PersonInDocument): string {
    return withoutBrackets(this.#voice.plainPerson(person));
  }

  /** "A", "A and B", "A, B and C". */
  listed(all: readonly string[]): string {
    const last = all.at(-1) ?? '';
    if (all.length < 2) return last;
    return this.say('and', { others: all.slice(0, -1).join(this.say('listComma')), last });
  }

  /** Whether somebody has written a text in this language; of Chinese either form will do for a draft. */
  isOurs(text: string): boolean {
    return han.test(text) === (this.form !== 'en');
  }

  /** Somebody's words within a sentence of ours: in one row, and without a sign that would look like a place to fill in. */
  typed(text: string): string {
    return withoutBrackets(printable(text).replaceAll(/\s+/g, ' ').trim());
  }
}

/** A bracket of our own kind in a record is none of the places that we count. */
function withoutBrackets(text: string): string {
  return text.replaceAll('【', '［').replaceAll('】', '］');
}
