import { Alert, Button, Table, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconArchive } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BackupSummary } from '@shared/ipc/app-channels';
import { useFormat } from '../../lib/format';
import { useAsk, useDo, useForgetAll, useRefresh } from '../../lib/ipc';
import { notifyDone } from '../../lib/notices';
import { EmptyState } from '../../ui/empty-state';
import { Section } from '../../ui/section';

/** The backups, the newest first: making one, and going back to one after asking. */
export function Backups() {
  const { t } = useTranslation('settings');
  const backups = useAsk('backups:list', {});
  const problem = useAsk('backups:problem', {}).data;
  const make = useDo('backups:make');
  const refresh = useRefresh();
  const onMake = async (): Promise<void> => {
    const made = await make.run({});
    if (!made.ok) return;
    await refresh('backups:list');
    notifyDone(t('backups.made'));
  };
  const list = backups.data ?? [];
  return (
    <Section
      title={t('backups.title')}
      frame={list.length === 0 ? 'padded' : 'flush'}
      actions={
        <Button variant="default" loading={make.isRunning} onClick={() => void onMake()}>
          {t('backups.make')}
        </Button>
      }
    >
      {problem && (
        <Alert color="yellow" m="sm" p="xs">
          {t(problem.code === 'disk-full' ? 'backups.problemFull' : 'backups.problem')}
        </Alert>
      )}
      {list.length === 0 ? (
        <EmptyState isCompact icon={IconArchive} title={t('backups.none')} message={t('backups.noneHint')} />
      ) : (
        <BackupTable backups={list} />
      )}
    </Section>
  );
}

function BackupTable({ backups }: { readonly backups: readonly BackupSummary[] }) {
  const { t } = useTranslation('settings');
  const { moment, bytes, number } = useFormat();
  const restore = useRestore();
  return (
    <Table verticalSpacing={6} horizontalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('backups.when')}</Table.Th>
          <Table.Th>{t('backups.reason')}</Table.Th>
          <Table.Th ta="end">{t('backups.records')}</Table.Th>
          <Table.Th ta="end">{t('backups.size')}</Table.Th>
          <Table.Th aria-label={t('backups.restore')} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody style={{ fontVariantNumeric: 'tabular-nums' }}>
        {backups.map((backup) => (
          <Table.Tr key={backup.name}>
            <Table.Td>{moment(backup.madeAt)}</Table.Td>
            <Table.Td>
              <Text size="sm" c="dimmed">
                {t(`backups.reasons.${reasonOf(backup)}`)}
              </Text>
            </Table.Td>
            <Table.Td ta="end">{number(backup.records)}</Table.Td>
            <Table.Td ta="end">{bytes(backup.bytes)}</Table.Td>
            <Table.Td ta="end">
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('backups.restoreOf', { when: moment(backup.madeAt) })}
                onClick={() => restore(backup)}
              >
                {t('backups.restore')}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const reasons = ['daily', 'asked', 'restore', 'migration'] as const;

function reasonOf({ reason }: BackupSummary): (typeof reasons)[number] | 'other' {
  return reasons.find((each) => each === reason) ?? 'other';
}

function useRestore(): (backup: BackupSummary) => void {
  const { t } = useTranslation('settings');
  const { moment } = useFormat();
  const { run } = useDo('backups:restore');
  const forgetAll = useForgetAll();
  const restore = async (name: string): Promise<void> => {
    const restored = await run({ name });
    if (!restored.ok) return;
    await forgetAll();
    notifyDone(t('backups.restored', { count: restored.value.records }));
  };
  return ({ name, madeAt }) => {
    modals.openConfirmModal({
      title: t('backups.askTitle'),
      children: t('backups.askMessage', { when: moment(madeAt) }),
      labels: { confirm: t('backups.askConfirm'), cancel: t('backups.keep') },
      onConfirm: () => void restore(name),
    });
  };
}
