import type { Language } from '@shared/ipc/app-channels';
import { languageOf } from '@shared/languages';
import type { LanguageChoice } from '@shared/languages';
import { failed, success } from '@shared/result';
import type { SettingsFile } from '../storage/settings-file';
import type { Handlers } from './router';

export interface LanguageParts {
  /** Null while the data folder cannot be opened: then the computer's language is shown. */
  readonly settings: () => Pick<SettingsFile, 'get' | 'update'> | null;
  /** The languages that the person has chosen in the system, the preferred first. */
  readonly preferred: () => readonly string[];
  readonly onChosen: () => void;
}

/** In which language Attaché speaks. */
export function languageNow({ settings, preferred }: Omit<LanguageParts, 'onChosen'>): Language {
  const chosen: LanguageChoice = settings()?.get().language ?? 'system';
  return { chosen, shown: chosen === 'system' ? languageOf(preferred()) : chosen };
}

/** Whoever cannot read what is shown must be able to change it, also before anything is opened. */
export function languageHandlers(parts: LanguageParts): Pick<Handlers, 'language:get' | 'language:choose'> {
  return {
    'language:get': () => success(languageNow(parts)),
    'language:choose': async ({ language }) => {
      const settings = parts.settings();
      if (settings === null) return failed({ code: 'cannot-write', reason: 'closed' });
      const written = await settings.update({ language });
      if (!written.ok) return written;
      parts.onChosen();
      return success(languageNow(parts));
    },
  };
}
