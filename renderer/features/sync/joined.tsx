import { Button, Group, Loader, Text, VisuallyHidden } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useTranslation } from 'react-i18next';
import type { SyncState } from '@shared/ipc/sync-channels';
import { useFormat } from '../../lib/format';
import { useDo } from '../../lib/ipc';
import { notifyDone } from '../../lib/notices';
import { KeyHint } from '../../ui/key-hint';
import { PasswordForm } from './password-form';
import { standingOf } from './standing';
import classes from './sync.module.css';
import { useStandingInWords, useWhen } from './sync-words';
import { toneOf } from './tone';
import { syncKeys, useSyncNow } from './use-sync-now';
import { WantsSomebody } from './wants-somebody';

interface JoinedProps {
  readonly state: SyncState;
  readonly server: NonNullable<SyncState['server']>;
  readonly onChange: () => void;
  readonly onSignedIn: () => void;
}

/** A server that is set up: how it stands, a round now, what wants a person, and the way out. */
export function Joined({ state, server, onChange, onSignedIn }: JoinedProps) {
  const { t } = useTranslation('sync');
  const asksPassword = server.needsPassword || state.problem?.code === 'not-signed-in';
  return (
    <>
      <HowItStands state={state} canSync={!server.needsPassword} />
      <WantsSomebody state={state} />
      {asksPassword && <PasswordForm server={server} onSignedIn={onSignedIn} />}
      {!server.isPasswordKept && (
        <div className={classes.row}>
          <div className={classes.grow}>
            <Text fw={500}>{t('notKept.title')}</Text>
            <Text size="sm" c="dimmed">
              {t('notKept.message')}
            </Text>
          </div>
        </div>
      )}
      <TheServer state={state} server={server} onChange={onChange} />
    </>
  );
}

function HowItStands({ state, canSync }: { readonly state: SyncState; readonly canSync: boolean }) {
  const { t } = useTranslation('sync');
  const { number } = useFormat();
  const inWords = useStandingInWords();
  const when = useWhen();
  const { syncNow, isRunning: isAsked } = useSyncNow();
  const stop = useDo('sync:stop');
  const standing = standingOf(state);
  if (standing === null) return null;
  const { round, upToDateAt, waiting } = state;
  const waits = waiting > 0 ? t('waits', { count: waiting }) : t('nothingWaits');
  const past = upToDateAt === null ? t('neverUpToDate') : t('lastUpToDate', { when: when(upToDateAt) });
  return (
    <div className={classes.row}>
      <span className={classes.dot} data-tone={toneOf(standing)} aria-hidden="true" />
      <div className={classes.grow}>
        <Text fw={500}>{inWords(standing)}</Text>
        <Text size="sm" c="dimmed" className={classes.figures}>
          {round === null
            ? [past, waits].join(' ')
            : t('counts', { received: number(round.received), sent: number(round.sent) })}
        </Text>
        {/* Rounds come every few minutes by themselves: only one that was asked for is spoken of. */}
        <VisuallyHidden role="status">{isAsked && t('standing.running')}</VisuallyHidden>
      </div>
      {round !== null && (
        <>
          <Loader size="xs" aria-hidden="true" />
          <Button variant="default" onClick={() => void stop.run({})}>
            {t('stop')}
          </Button>
        </>
      )}
      {canSync && (
        <Button
          variant="default"
          flex="none"
          rightSection={<KeyHint keys={syncKeys} />}
          aria-disabled={isAsked}
          mod={{ disabled: isAsked }}
          onClick={() => {
            if (!isAsked) void syncNow();
          }}
        >
          {t('now')}
        </Button>
      )}
    </div>
  );
}

function TheServer({ state, server, onChange }: Pick<JoinedProps, 'state' | 'server' | 'onChange'>) {
  const { t } = useTranslation('sync');
  const { run } = useDo('sync:forget', { onDone: () => notifyDone(t('forget.done')) });
  const ask = (): void => {
    modals.openConfirmModal({
      title: t('forget.title'),
      children: (
        <>
          <Text size="sm">{t('forget.message')}</Text>
          {state.waiting > 0 && (
            <Text size="sm" fw={500} mt="xs">
              {t('forget.waiting', { count: state.waiting })}
            </Text>
          )}
        </>
      ),
      labels: { confirm: t('forget.confirm'), cancel: t('forget.cancel') },
      onConfirm: () => void run({}),
    });
  };
  return (
    <div className={classes.row}>
      <div className={classes.grow}>
        <Text fw={500}>{t('server.title')}</Text>
        <Text size="sm" c="dimmed" className={classes.address}>
          {server.address}
        </Text>
        <Text size="sm" c="dimmed">
          {t('server.signedInAs', { user: server.user })}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap" flex="none">
        <Button variant="subtle" onClick={ask}>
          {t('server.forget')}
        </Button>
        <Button variant="default" onClick={onChange}>
          {t('server.change')}
        </Button>
      </Group>
    </div>
  );
}
