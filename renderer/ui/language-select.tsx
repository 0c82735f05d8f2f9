import { Select } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languageChoices } from '@shared/languages';
import { useLanguage } from '../lib/language';
import classes from './language-select.module.css';

/** The language of the window. Each is called as its own readers call it, so that they find it on any screen. */
export function LanguageSelect() {
  const { t } = useTranslation('ui');
  const { chosen, choose } = useLanguage();
  return (
    <Select
      className={classes.select}
      aria-label={t('language.label')}
      leftSection={<IconLanguage size={16} stroke={1.6} aria-hidden="true" />}
      data={languageChoices.map((value) => ({ value, label: t(`language.${value}`) }))}
      value={chosen ?? null}
      allowDeselect={false}
      checkIconPosition="right"
      onChange={(value) => {
        const language = languageChoices.find((each) => each === value);
        if (language !== undefined) choose(language);
      }}
    />
  );
}
