import type { WrittenForm } from '@shared/domain/values';
import { createInstance } from 'i18next';
import dialogs from './locales/en/dialogs.json';
import menu from './locales/en/menu.json';
import documents from './locales/en/documents.json';
import simplified from './locales/zh-Hans/documents.json';
import traditional from './locales/zh-Hant-HK/documents.json';

const english = { dialogs, menu, documents } as const;
type Namespace = keyof typeof english;

/** What is printed is said in the language of the document, which need not be the window's. */
const languages = { en: 'en', zhHant: 'zh-Hant-HK', zhHans: 'zh-Hans' } as const satisfies Record<WrittenForm, string>;

/** A key without the ending by which i18next chooses between one and many. */
type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key;
type KeysOf<Words> = {
  [Key in keyof Words & string]: Words[Key] extends string ? WithoutPlural<Key> : `${Key}.${KeysOf<Words[Key]>}`;
}[keyof Words & string];

/** The keys of one namespace, as its English file has them. */
export type WordKey<N extends Namespace> = KeysOf<(typeof english)[N]>;
export type WordValues = Readonly<Record<string, string | number>>;
/** Says a word of one namespace in one language. */
export type Say<N extends Namespace> = (key: WordKey<N>, values?: WordValues) => string;

const instance = createInstance();
void instance.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: english, 'zh-Hant-HK': { documents: traditional }, 'zh-Hans': { documents: simplified } },
  // What is printed or shown is escaped where it is put into markup, and nowhere else.
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** The words of the main process: its menu, its dialogs and what it prints. */
export function wordsOf<N extends Namespace>(namespace: N, form: WrittenForm = 'en'): Say<N> {
  // Keys are typed above; i18next's own key types belong to the window's words.
  const translate: (key: string, values: WordValues) => string = instance.getFixedT(languages[form], namespace);
  return (key, values = {}) => translate(key, values);
}
