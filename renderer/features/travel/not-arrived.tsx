import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { recordTypes } from '@shared/domain/records';
import type { ArrivalShown, MissingShown } from '@shared/ipc/travel-channels';
import { CancelButton, TravelDialog } from './travel-dialog';
import classes from './travel.module.css';

interface NotArrivedProps {
  readonly arrival: ArrivalShown;
  readonly onCopy: () => void;
  readonly onChooseAnother: () => void;
  readonly onClose: () => void;
}

/** What is not in the place that was checked, by kind and title. Nothing is removed. */
export function NotArrived({ arrival, onCopy, onChooseAnother, onClose }: NotArrivedProps) {
  const { t } = useTranslation('travel');
  return (
    <TravelDialog
      title={t('empty.notArrived')}
      onClose={onClose}
      actions={
        <>
          <CancelButton onClick={onClose} />
          <Button variant="default" onClick={onChooseAnother}>
            {t('empty.another')}
          </Button>
          <Button onClick={onCopy}>{t('copy.open')}</Button>
        </>
      }
    >
      <Text size="sm" role="alert">
        {t('empty.nothingRemoved')}
      </Text>
      <div className={classes.missing} tabIndex={0} role="region" aria-label={t('empty.missing')}>
        {arrival.missing.map((group) => (
          <Group key={group.type} group={group} />
        ))}
      </div>
    </TravelDialog>
  );
}

function Group({ group: { type, count, titles } }: { readonly group: MissingShown }) {
  const { t } = useTranslation(['travel', 'settings', 'terms']);
  const heading =
    type === 'file' || type === 'aside'
      ? t(`travel:missing.${type}`, { count })
      : t(`settings:backups.counted.${recordTypes.find((each) => each === type) ?? 'other'}`, { count });
  return (
    <section aria-label={heading}>
      <h3 className={classes.heading}>{heading}</h3>
      <ul className={classes.list}>
        {titles.map(({ title, why }, index) => (
          <li key={`${index}-${title}`}>
            {title === '' ? t('terms:missing.unnamed') : title}
            {why === 'older' && <span className={classes.quiet}> · {t('travel:missing.older')}</span>}
          </li>
        ))}
        {count > titles.length && (
          <li className={classes.quiet}>{t('travel:missing.more', { count: count - titles.length })}</li>
        )}
      </ul>
    </section>
  );
}
