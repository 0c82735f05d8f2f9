import { useState } from 'react';
import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { sides } from '@shared/domain/person/schema';
import type { Person } from '@shared/domain/person/schema';
import { useRequestInAddress } from '../../lib/address';
import { paths } from '../../lib/paths';
import { usePlace } from '../../lib/places';
import { useShortcuts } from '../../lib/shortcuts';
import { KeyHint } from '../../ui/key-hint';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { PeopleTable } from './people-table';
import { PersonForm } from './person-form';
import classes from './people.module.css';

type Side = Person['side'];

function isSide(value: string): value is Side {
  return sides.some((each) => each === value);
}

/** Everybody: contacts and our own side, as two views. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const [side, setSide] = usePlace<Side>('people-view', 'theirs', isSide);
  const [isCreating, setCreating] = useState(false);
  const create = (): void => setCreating(true);
  useRequestInAddress('new', create);
  useShortcuts([{ keys: 'n', label: t('new'), run: create }]);
  const newButton = (
    <Button leftSection={<IconPlus size={16} stroke={1.8} />} rightSection={<KeyHint keys="n" />} onClick={create}>
      {t(side === 'ours' ? 'newOurs' : 'newContact')}
    </Button>
  );
  return (
    <Page
      width="full"
      header={
        <PageHeader title={t('title')} actions={newButton}>
          <Tabs
            value={side}
            onChange={(next) => {
              if (next !== null && isSide(next)) setSide(next);
            }}
            className={classes.views ?? ''}
          >
            <Tabs.List aria-label={t('view.label')}>
              <Tabs.Tab value="theirs">{t('view.theirs')}</Tabs.Tab>
              <Tabs.Tab value="ours">{t('view.ours')}</Tabs.Tab>
            </Tabs.List>
          </Tabs>
        </PageHeader>
      }
    >
      <PeopleTable key={side} side={side} onCreate={create} />
      {isCreating && (
        <PersonForm
          start={{ side }}
          onClose={() => setCreating(false)}
          onCreated={(id) => void navigate(paths.person(id))}
        />
      )}
    </Page>
  );
}
