import type { WrittenForm } from './domain/values';

/** The languages in which the window, the menu and the dialogs speak; BCP 47. */
export const windowLanguages = ['en', 'zh-Hant-HK', 'zh-Hans'] as const;
export type WindowLanguage = (typeof windowLanguages)[number];

/** What a person may choose: a language, or that of the computer. */
export const languageChoices = ['system', ...windowLanguages] as const;
export type LanguageChoice = (typeof languageChoices)[number];

/** The form of names and titles that is shown first in each language. */
export const formOfLanguage = {
  en: 'en',
  'zh-Hant-HK': 'zhHant',
  'zh-Hans': 'zhHans',
} as const satisfies Record<WindowLanguage, WrittenForm>;

/** The first language of the computer that is one of ours: Chinese of Hong Kong, Macau and Taiwan is Traditional. */
export function languageOf(preferred: readonly string[]): WindowLanguage {
  for (const tag of preferred) {
    const { language, script } = localeOf(tag);
    if (language === 'en') return 'en';
    if (language === 'zh' || language === 'yue') return script === 'Hant' ? 'zh-Hant-HK' : 'zh-Hans';
  }
  return 'en';
}

function localeOf(tag: string): { readonly language: string; readonly script: string | undefined } {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).maximize() as { language: string; script: string | undefined };
  } catch (cause) {
    // Systems name odd things: "C", "POSIX".
    if (!(cause instanceof RangeError)) throw cause;
    return { language: '', script: undefined };
  }
}
