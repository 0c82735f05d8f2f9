import { useTranslation } from 'react-i18next';
import type { Person } from '@shared/domain/person/schema';

/** A name with its form of address, which stands before it in English and behind it in Chinese. */
export function useAddressForm(): (name: string, honorific: Person['honorific']) => string {
  const { t, i18n } = useTranslation(['ui', 'terms']);
  return (name, honorific) => {
    // "Mr 陳大文" is neither English nor Chinese.
    const isMixed = i18n.language === 'en' && /\p{Script=Han}/u.test(name);
    if (honorific === 'none' || isMixed) return name;
    return t('ui:addressed', { name, honorific: t(`terms:honorific.${honorific}`) });
  };
}
