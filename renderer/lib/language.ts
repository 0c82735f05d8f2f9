import type { Language } from '@shared/ipc/app-channels';
import type { LanguageChoice } from '@shared/languages';
import { speak } from './i18n';
import { useAsk, useDo, useRefresh } from './ipc';

interface Chosen {
  /** Undefined until main has answered. */
  readonly chosen: LanguageChoice | undefined;
  readonly choose: (language: LanguageChoice) => void;
}

/** The language of the window, and how another is chosen: it is spoken once it is remembered. */
export function useLanguage(): Chosen {
  const { data } = useAsk('language:get', {});
  const refresh = useRefresh();
  const { run } = useDo('language:choose', {
    onDone: ({ shown }: Language) => {
      speak(shown);
      void refresh('language:get');
    },
  });
  return { chosen: data?.chosen, choose: (language) => void run({ language }) };
}
