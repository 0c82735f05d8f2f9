import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { english } from '../locales/en';

/** Sets the words of the screen up; done before anything is shown, and at once, since they are in the bundle. */
export function setUpWords(): void {
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: english },
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
}
