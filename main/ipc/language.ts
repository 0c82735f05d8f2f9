import type { Language } from '@shared/ipc/app-channels';
import { languageOf } from '@shared/languages';
import type { LanguageChoice } from '@shared/languages';
import { success } from '@shared/result';
import type { SettingsFile } from '../storage/settings-file';
import type { Handlers } from './router';

export interface LanguageParts {
  /** Null while the data folder cannot be opened: then the computer's language is shown. */
  readonly settings: () => Pick<SettingsFile, 'get' | 'update'> | null;
  /** The languages that the person has chosen in the system, the preferred first. */
  readonly preferred: () => readonly string[];
  readonly onChosen: (language: LanguageChoice) => void;
  /** What was chosen while it could not be written. */
  readonly unwritten: () => LanguageChoice;
}

/** In which language Attaché speaks. */
export function languageNow({ settings, preferred, unwritten }: Omit<LanguageParts, 'onChosen'>): Language {
  const chosen = settings()?.get().language ?? unwritten();
  return { chosen, shown: chosen === 'system' ? languageOf(preferred()) : chosen };
}

/** Whoever cannot read what is shown must be able to change it, also before anything is opened. */
export function languageHandlers(parts: LanguageParts): Pick<Handlers, 'language:get' | 'language:choose'> {
  return {
    'language:get': () => success(languageNow(parts)),
    'language:choose': async ({ language }) => {
      const written = await parts.settings()?.update({ language });
      if (written?.ok === false) return written;
      // Where nothing can be written, it is spoken as long as the program runs.
      parts.onChosen(language);
      return success(languageNow(parts));
    },
  };
}
