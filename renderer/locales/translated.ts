import type { english } from './en';

/** The English words in another language, which may have no ending of its own for one or for none. */
type Translated<Words> = {
  readonly [Key in keyof Words as Key extends `${string}_${'zero' | 'one'}` ? never : Key]: Words[Key] extends string
    ? string
    : Translated<Words[Key]>;
};

/** What each other language has to have. */
export type TranslatedWords = Translated<typeof english>;
