import { useRef, useState } from 'react';
import { Button, Center, Loader, Tabs, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconChecks } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { recordTypes } from '@shared/domain/records';
import type { ConflictLook, ConflictShown, SettledConflict } from '@shared/ipc/sync-channels';
import { useAsk, useRefresh } from '../../lib/ipc';
import { notifyWithWayBack } from '../../lib/notices';
import { paths } from '../../lib/paths';
import { useShortcuts } from '../../lib/shortcuts';
import { EmptyState } from '../../ui/empty-state';
import { KeyHint } from '../../ui/key-hint';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { ConflictList } from './conflict-list';
import classes from './conflicts.module.css';
import { SettledList } from './settled-list';
import { Settlement } from './settlement';
import type { RecordName } from './use-conflicts';
import { useTakeBack } from './use-take-back';
import type { LastSettlement } from './use-take-back';

const noConflicts: readonly ConflictShown[] = [];
const noSettled: readonly SettledConflict[] = [];

/** What two people wrote differently, to be settled, and what was settled before. */
export function ConflictsPage() {
  const { t } = useTranslation('conflicts');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const takeBack = useTakeBack();
  const { type, id } = useParams();
  const list = useAsk('conflicts:list', {});
  const settled = useAsk('conflicts:settled', {}).data ?? noSettled;
  const [tab, setTab] = useState('open');
  const withdrawOffer = useRef<() => void>(() => undefined);
  const [last, setLast] = useState<LastSettlement | null>(null);
  const conflicts = list.data ?? noConflicts;
  const kind = recordTypes.find((each) => each === type);
  const record: RecordName | undefined = kind !== undefined && id !== undefined ? { type: kind, id } : conflicts[0];

  const goBack = async (settlement: LastSettlement): Promise<void> => {
    withdrawOffer.current();
    const isBack = await takeBack(settlement);
    setLast((shown) => (isBack && shown?.settlement === settlement.settlement ? null : shown));
    if (isBack) setTab('open');
  };
  const onSettled = async (look: ConflictLook, settlement: string): Promise<void> => {
    const done = { settlement, type: look.type, id: look.id, title: look.title };
    setLast(done);
    withdrawOffer.current();
    withdrawOffer.current = notifyWithWayBack(
      t('settledNotice', { title: look.title }),
      t('takeBack'),
      () => void goBack(done),
    );
    const at = conflicts.findIndex((each) => each.id === look.id);
    const others = conflicts.filter((each) => each.id !== look.id);
    const next = others[Math.max(0, at)] ?? others[0];
    if (look.more === 0) await navigate(next === undefined ? paths.conflicts : paths.conflict(next), { replace: true });
    await refresh('conflicts:list', 'conflicts:look', 'conflicts:settled');
  };
  useShortcuts(last === null ? [] : [{ keys: 'u', label: t('keys.takeBack'), run: () => void goBack(last) }]);

  return (
    <Tabs value={tab} onChange={(next) => setTab(next ?? 'open')} className={classes.tabs}>
      <Page
        width="full"
        header={
          <PageHeader
            title={t('title')}
            meta={t('meta')}
            actions={
              last !== null && (
                <Tooltip label={t('lastSettled', { title: last.title })}>
                  <Button
                    variant="default"
                    aria-label={t('lastSettled', { title: last.title })}
                    leftSection={<IconArrowBackUp size={16} stroke={1.6} />}
                    rightSection={<KeyHint keys="u" />}
                    onClick={() => void goBack(last)}
                  >
                    {t('takeBack')}
                  </Button>
                </Tooltip>
              )
            }
          >
            <Tabs.List className={classes.tabList} aria-label={t('tabs.label')}>
              <Tabs.Tab value="open">
                {t('tabs.open')}
                {conflicts.length > 0 && <span className={classes.count}>{conflicts.length}</span>}
              </Tabs.Tab>
              <Tabs.Tab value="settled">{t('tabs.settled')}</Tabs.Tab>
            </Tabs.List>
          </PageHeader>
        }
      >
        <Tabs.Panel value="open" className={classes.panel}>
          {list.isPending ? (
            <Waiting />
          ) : record === undefined ? (
            <EmptyState icon={IconChecks} title={t('empty.title')} message={t('empty.message')} />
          ) : (
            <div className={classes.columns}>
              <ConflictList conflicts={conflicts} shownId={record.id} />
              <OneConflict
                key={`${record.type}/${record.id}`}
                record={record}
                onSettled={(look, settlement) => void onSettled(look, settlement)}
              />
            </div>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="settled" className={classes.panel}>
          <SettledList settled={settled} />
        </Tabs.Panel>
      </Page>
    </Tabs>
  );
}

interface OneConflictProps {
  readonly record: RecordName;
  readonly onSettled: (look: ConflictLook, settlement: string) => void;
}

function OneConflict({ record: { type, id }, onSettled }: OneConflictProps) {
  const { t } = useTranslation('conflicts');
  const { data: look, isPending, isError } = useAsk('conflicts:look', { type, id });
  if (isPending) return <Waiting />;
  if (isError) return <EmptyState icon={IconChecks} title={t('failed')} message={t('gone.message')} />;
  if (look === null) {
    return (
      <EmptyState
        icon={IconChecks}
        title={t('gone.title')}
        message={t('gone.message')}
        action={
          <Button component={Link} to={paths.conflicts} variant="default">
            {t('gone.next')}
          </Button>
        }
      />
    );
  }
  return <Settlement look={look} onSettled={(settlement) => onSettled(look, settlement)} />;
}

function Waiting() {
  return (
    <Center py="xl">
      <Loader />
    </Center>
  );
}
