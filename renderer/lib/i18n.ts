import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { WindowLanguage } from '@shared/languages';
import { english } from '../locales/en';
import { simplified } from '../locales/zh-Hans';
import { traditional } from '../locales/zh-Hant-HK';

/** Sets the words of the screen up; done before anything is shown, and at once, since they are in the bundle. */
export function setUpWords(language: WindowLanguage = 'en'): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: english, 'zh-Hant-HK': traditional, 'zh-Hans': simplified },
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
  document.documentElement.lang = language;
}

/** Says everything that is on the screen in another language, at once. */
export function speak(language: WindowLanguage): void {
  if (i18next.language === language) return;
  void i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
