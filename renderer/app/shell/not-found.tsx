import { Button, Group } from '@mantine/core';
import { IconCompassOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../lib/paths';
import { EmptyState } from '../../ui/empty-state';

/** What an address shows that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation('shell');
  return (
    <EmptyState
      icon={IconCompassOff}
      title={t('notFound.title')}
      message={t('notFound.message')}
      action={
        <Group gap="xs">
          <Button component={Link} to={paths.today}>
            {t('notFound.goToday')}
          </Button>
          <Button component={Link} to={paths.trash} variant="default">
            {t('notFound.goTrash')}
          </Button>
        </Group>
      }
    />
  );
}
