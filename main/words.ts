import type { WrittenForm } from '@shared/domain/values';
import { createInstance } from 'i18next';
import { formOfLanguage } from '@shared/languages';
import type { WindowLanguage } from '@shared/languages';
import dialogs from './locales/en/dialogs.json';
import documents from './locales/en/documents.json';
import menu from './locales/en/menu.json';
import simplifiedDialogs from './locales/zh-Hans/dialogs.json';
import simplifiedDocuments from './locales/zh-Hans/documents.json';
import simplifiedMenu from './locales/zh-Hans/menu.json';
import traditionalDialogs from './locales/zh-Hant-HK/dialogs.json';
import traditionalDocuments from './locales/zh-Hant-HK/documents.json';
import traditionalMenu from './locales/zh-Hant-HK/menu.json';

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
  resources: {
    en: english,
    'zh-Hant-HK': { dialogs: traditionalDialogs, documents: traditionalDocuments, menu: traditionalMenu },
    'zh-Hans': { dialogs: simplifiedDialogs, documents: simplifiedDocuments, menu: simplifiedMenu },
  },
  // What is printed or shown is escaped where it is put into markup, and nowhere else.
  interpolation: { escapeValue: false },
  initAsync: false,
});

let spoken: WrittenForm = 'en';

/** From now on the menu and the dialogs speak this language. */
export function speak(language: WindowLanguage): void {
  spoken = formOfLanguage[language];
}

/** The form of names and titles that a reader of the window sees first. */
export function spokenForm(): WrittenForm {
  return spoken;
}

/** The words of the main process: its menu and dialogs in the language of the window, and what it prints in a given one. */
export function wordsOf<N extends Namespace>(namespace: N, form?: WrittenForm): Say<N> {
  return (key, values = {}) => {
    // Keys are typed above; i18next's own key types belong to the window's words.
    const translate: (key: string, values: WordValues) => string = instance.getFixedT(
      languages[form ?? spoken],
      namespace,
    );
    return translate(key, values);
  };
}
