import { Anchor, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Gap } from './gaps';
import classes from './documents.module.css';

/** What the report still lacks, each with the way to where it can be mended. */
export function GapList({ gaps }: { readonly gaps: readonly Gap[] }) {
  const { t } = useTranslation('documents');
  if (gaps.length === 0) {
    return (
      <p className={classes.complete}>
        <IconCircleCheck size={18} stroke={1.6} aria-hidden="true" />
        {t('gaps.none')}
      </p>
    );
  }
  return (
    <>
      <Text size="xs" c="dimmed" mb={6}>
        {t('gaps.hint')}
      </Text>
      <ul className={classes.gaps}>
        {gaps.map(({ kind, count, to }) => (
          <li key={kind}>
            <IconCircleDashed size={16} stroke={1.6} aria-hidden="true" />
            <Anchor component={Link} to={to} size="sm">
              {t(`gaps.${kind}`, { count })}
            </Anchor>
          </li>
        ))}
      </ul>
    </>
  );
}
