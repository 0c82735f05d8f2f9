import { useState } from 'react';
import { Anchor, Button, Code, Group, SegmentedControl, Text, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { HandingOver } from '@renderer/features/hand-over';
import { Protection } from '@renderer/features/lock';
import { Colleagues } from '@renderer/features/sync';
import { Travelling } from '@renderer/features/travel';
import { colourSchemes } from '@shared/ipc/app-channels';
import { nameOrders } from '@shared/search/sorting';
import { useDirectory } from '../../lib/directory';
import { useAsk, useDo, useRefresh } from '../../lib/ipc';
import { chooseNameOrder, nameOrder } from '../../lib/name-order';
import { paths } from '../../lib/paths';
import { LanguageSelect } from '../../ui/language-select';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { Section } from '../../ui/section';
import { Backups } from './backups';

/** Colours, who one is, where the data lies, and its backups. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  return (
    <Page width="reading" header={<PageHeader title={t('title')} />}>
      <Appearance />
      <You />
      <Colleagues />
      <Protection />
      <DataFolder />
      <Backups />
      <HandingOver />
      <Travelling />
      <About />
    </Page>
  );
}

function Appearance() {
  const { t } = useTranslation('settings');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { run } = useDo('settings:update');
  const refresh = useRefresh();
  const [order, setOrder] = useState(nameOrder);
  const takeOrder = (value: string): void => {
    const chosen = nameOrders.find((each) => each === value);
    if (chosen === undefined) return;
    chooseNameOrder(chosen);
    setOrder(chosen);
  };
  const choose = async (value: string): Promise<void> => {
    const colourScheme = colourSchemes.find((each) => each === value);
    if (colourScheme === undefined) return;
    setColorScheme(colourScheme);
    const saved = await run({ colourScheme });
    if (saved.ok) await refresh('settings:get');
  };
  return (
    <Section title={t('appearance.title')} frame="padded">
      <Group justify="space-between" mb="sm">
        <Text size="sm">{t('appearance.language')}</Text>
        <LanguageSelect />
      </Group>
      <Group justify="space-between">
        <Text size="sm">{t('appearance.scheme')}</Text>
        <SegmentedControl
          aria-label={t('appearance.scheme')}
          value={colorScheme}
          onChange={(value) => void choose(value)}
          data={colourSchemes.map((value) => ({ value, label: t(`appearance.${value}`) }))}
        />
      </Group>
      <Group justify="space-between" mt="sm">
        <Text size="sm">{t('appearance.names')}</Text>
        <SegmentedControl
          aria-label={t('appearance.names')}
          value={order}
          onChange={(value) => takeOrder(value)}
          data={nameOrders.map((value) => ({ value, label: t(`appearance.by.${value}`) }))}
        />
      </Group>
    </Section>
  );
}

function You() {
  const { t } = useTranslation('settings');
  const settings = useAsk('settings:get', {});
  const { personName } = useDirectory();
  const meId = settings.data?.meId;
  return (
    <Section title={t('you.title')} frame="padded">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text fw={500}>{personName(meId)}</Text>
          <Text size="sm" c="dimmed">
            {t('you.message')}
          </Text>
        </div>
        {meId !== undefined && (
          <Anchor component={Link} to={paths.person(meId)} size="sm">
            {t('you.open')}
          </Anchor>
        )}
      </Group>
    </Section>
  );
}

function DataFolder() {
  const { t } = useTranslation('settings');
  const about = useAsk('app:about', {});
  const { run } = useDo('backups:show-folder');
  return (
    <Section title={t('data.title')} frame="padded">
      <Text size="sm" c="dimmed" mb={6}>
        {t('data.folder')}
      </Text>
      <Group wrap="nowrap" justify="space-between">
        <Code style={{ overflowWrap: 'anywhere' }}>{about.data?.folder}</Code>
        <Button variant="default" flex="none" onClick={() => void run({})}>
          {t('data.show')}
        </Button>
      </Group>
    </Section>
  );
}

function About() {
  const { t } = useTranslation('settings');
  const { data } = useAsk('app:about', {});
  if (!data) return null;
  return (
    <Section title={t('about.title')}>
      <Text size="sm">{t('about.version', { version: data.version })}</Text>
      <Text size="sm" c="dimmed">
        {t('about.runtime', { electron: data.electron, chromium: data.chromium })}
      </Text>
    </Section>
  );
}
