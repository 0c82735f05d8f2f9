import { useTranslation } from 'react-i18next';
import type { TemplateGap } from '@shared/documents/template-gaps';
import classes from './documents.module.css';

/** What a template leaves for somebody to fill in, each with the line of the template on which it stands. */
export function TemplateGaps({ gaps }: { readonly gaps: readonly TemplateGap[] }) {
  const { t } = useTranslation('documents');
  return (
    <ul className={classes.templateGaps} aria-label={t('templateGaps.title')}>
      {gaps.map(({ line, words, count }, at) => (
        <li key={at}>
          <span className={classes.gapLine}>{t('templateGaps.line', { line })}</span>
          <span className={classes.gapWords}>{`【${words}】`}</span>
          {count > 1 && <span className={classes.gapTimes}>{t('templateGaps.times', { count })}</span>}
        </li>
      ))}
    </ul>
  );
}
