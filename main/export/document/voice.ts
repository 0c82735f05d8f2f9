import type { Audience } from '@shared/documents/choices';
import type { LocalisedText, WrittenForm } from '@shared/domain/values';
import { writtenForms } from '@shared/domain/values';
import { wordsOf } from '../../words';
import type { Say, WordKey, WordValues } from '../../words';
import type { Words } from './blocks';
import type { PersonInDocument } from './people';
import { asTyped, formsOf, isBlank, looking, plain } from './writing';

export type DocumentWord = WordKey<'documents'>;

/** One language, or two side by side: the second stands quieter beside the first. */
export interface Languages {
  readonly form: WrittenForm;
  readonly beside: WrittenForm | null;
  /** For whom it is written; inside the house when it is not said. */
  readonly audience?: Audience;
}

/** A name that a document prints: with its first form, and how many others. */
type Fullness = 'one' | 'all';

/**
 * What a document says, in its own language or languages: labels, names and titles. Free text is printed as it was typed,
 * by `asTyped`; days, times and money are in `days.ts`.
 */
export class Voice {
  readonly form: WrittenForm;
  readonly beside: WrittenForm | null;
  /** It is written for readers outside. */
  readonly isForOutside: boolean;
  readonly #say: Say<'documents'>;
  readonly #sayBeside: Say<'documents'> | null;

  constructor({ form, beside, audience = 'internal' }: Languages) {
    this.isForOutside = audience === 'external';
    this.form = form;
    this.beside = beside === form ? null : beside;
    this.#say = wordsOf('documents', form);
    this.#sayBeside = this.beside === null ? null : wordsOf('documents', this.beside);
  }

  /** A word of our own, in the first language alone. */
  word(key: DocumentWord, values?: WordValues): string {
    return this.#say(key, values);
  }

  /** A label, a heading: in the first language, and beside it in the second. */
  label(key: DocumentWord, values?: WordValues): Words {
    return this.inBoth((say) => say(key, values));
  }

  /**
   * That something is not there. Readers outside are told no more than that: it may have been recorded, and left out.
   */
  nothing(key: DocumentWord): Words {
    return this.label(this.isForOutside ? 'nothingToShow' : key);
  }

  /** What `words` makes in the first language, and beside it what it makes in the second. */
  inBoth(words: (say: Say<'documents'>, form: WrittenForm) => string): Words {
    const first = this.#written(words(this.#say, this.form), this.form);
    if (this.#sayBeside === null || this.beside === null) return first;
    const second = this.#written(words(this.#sayBeside, this.beside), this.beside);
    return plain(second) === plain(first) ? first : [...first, gap, ...looking('quiet', second)];
  }

  /** A sentence with somebody's words in it, in the first language alone. */
  sentence(key: DocumentWord, values?: WordValues): Words {
    return asTyped(this.#say(key, values));
  }

  /** The order in which a name's written forms are wanted: the document's languages, then the others. */
  get order(): readonly WrittenForm[] {
    const wanted = [this.form, ...(this.beside === null ? [] : [this.beside])];
    const nearest: readonly WrittenForm[] = this.form === 'zhHans' ? ['zhHans', 'zhHant', 'en'] : writtenForms;
    return [...wanted, ...nearest.filter((form) => !wanted.includes(form))];
  }

  /**
   * A name or title. `one`: in the document's first language; `all`: that, and every other form of it, quieter, since a
   * reader may know an enterprise by any of its names. A form that is missing is made up for by another.
   */
  name(text: LocalisedText, fullness: Fullness = 'all'): Words {
    return inForms(formsOf(text, this.order), fullness === 'one' ? 1 : Infinity);
  }

  /** A name in as many forms as the document has languages: for tables. */
  shortName(text: LocalisedText): Words {
    return inForms(formsOf(text, this.order), this.beside === null ? 1 : 2);
  }

  /** The same without looks: for file names, metadata and sentences. */
  plainName(text: LocalisedText): string {
    const [first] = formsOf(text, this.order);
    return first === undefined ? '' : plain(first);
  }

  /** A person with the honorific of each language: "Mr David Chan 陳大文先生". */
  person(person: PersonInDocument, fullness: Fullness = 'all'): Words {
    return inForms(this.#names(person), fullness === 'one' ? 1 : Infinity);
  }

  /** A person in as many forms as the document has languages. */
  shortPerson(person: PersonInDocument): Words {
    return inForms(this.#names(person), this.beside === null ? 1 : 2);
  }

  /** A name in running text: one form, with its honorific. */
  plainPerson(person: PersonInDocument): string {
    const [first] = this.#names(person);
    return first === undefined ? '' : plain(first);
  }

  #names({ name, romanisation, honorific }: PersonInDocument): Words[] {
    const spoken: LocalisedText = { ...name, en: isBlank(name.en) ? romanisation : name.en };
    const addressed = (form: WrittenForm): string =>
      isBlank(spoken[form]) || honorific === 'none'
        ? spoken[form]
        : wordsOf('documents', form)(`honorifics.${honorific}`, { name: spoken[form].trim() });
    return formsOf({ en: addressed('en'), zhHant: addressed('zhHant'), zhHans: addressed('zhHans') }, this.order);
  }

  /** Words of our own are in one form throughout, names of others within them too. */
  #written(text: string, form: WrittenForm): Words {
    return form === 'en' ? asTyped(text) : text === '' ? [] : [{ text, form, looks: [] }];
  }
}

const gap = { text: ' ', form: 'en', looks: [] } as const;

function inForms(forms: readonly Words[], most: number): Words {
  const [first, ...others] = forms.slice(0, most);
  return first === undefined ? [] : [...first, ...others.flatMap((form) => [gap, ...looking('quiet', form)])];
}
