import { useTranslation } from 'react-i18next';
import type { Classification } from '@shared/domain/values';
import classes from './classification-badge.module.css';

interface ClassificationBadgeProps {
  readonly classification: Classification;
  /** Shows the mark for what is unclassified too. */
  readonly isAlwaysShown?: boolean;
}

/** The protective marking of a record, in capitals as it stands on paper. */
export function ClassificationBadge({ classification, isAlwaysShown = false }: ClassificationBadgeProps) {
  const { t } = useTranslation('terms');
  if (classification === 'unclassified' && !isAlwaysShown) return null;
  return (
    <span className={classes.mark} data-classification={classification}>
      {t(`classification.${classification}`)}
    </span>
  );
}
