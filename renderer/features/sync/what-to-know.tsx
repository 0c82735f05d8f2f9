import { useTranslation } from 'react-i18next';
import classes from './sync.module.css';

/** What everybody has to know of sharing, in three sentences. */
export function WhatToKnow() {
  const { t } = useTranslation('sync');
  return (
    <ul className={classes.know} aria-label={t('know.title')}>
      <li>{t('know.offline')}</li>
      <li>{t('know.words')}</li>
      <li>{t('know.reading')}</li>
    </ul>
  );
}
