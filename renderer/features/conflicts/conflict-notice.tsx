import { Alert, Button, Group } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../lib/paths';
import classes from './conflicts.module.css';
import { useConflictsOf } from './use-conflicts';
import type { RecordName } from './use-conflicts';

/** Says on a record's own page that two people wrote different things there, and leads to where it is settled. */
export function ConflictNotice({ type, id }: RecordName) {
  const { t } = useTranslation('conflicts');
  const conflicts = useConflictsOf({ type, id });
  const [first] = conflicts;
  if (first === undefined) return null;
  return (
    <Alert
      className={classes.notice}
      color="yellow"
      variant="light"
      icon={<IconArrowsSplit2 size={18} stroke={1.6} />}
      role="status"
    >
      <Group justify="space-between" wrap="nowrap" gap="md">
        <span>
          <b className={classes.noticeTitle}>{t('notice.title')}</b> {t('notice.message', { count: conflicts.length })}
        </span>
        <Button component={Link} to={paths.conflict(first)} size="compact-sm" variant="default" flex="none">
          {t('notice.open')}
        </Button>
      </Group>
    </Alert>
  );
}
