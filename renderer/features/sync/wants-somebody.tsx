import { Alert, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { recordTypes } from '@shared/domain/records';
import type { SyncState } from '@shared/ipc/sync-channels';
import { paths } from '../../lib/paths';
import classes from './sync.module.css';
import { problemInWords } from './sync-words';

/** What does not go by itself: why the server is away, what it would not take, what cannot be read, what disagrees. */
export function WantsSomebody({ state }: { readonly state: SyncState }) {
  const { t } = useTranslation('sync');
  const { problem, heldBack, unreadable, conflicts, server } = state;
  return (
    <>
      {problem !== null && server?.needsPassword !== true && <Problem problem={problem} />}
      {conflicts > 0 && (
        <div className={classes.row}>
          <div className={classes.grow}>
            <Text fw={500}>{t('conflicts.title', { count: conflicts })}</Text>
            <Text size="sm" c="dimmed">
              {t('conflicts.message')}
            </Text>
          </div>
          <Button component={Link} to={paths.conflicts} variant="default" flex="none">
            {t('conflicts.open')}
          </Button>
        </div>
      )}
      {heldBack.length > 0 && <HeldBack heldBack={heldBack} />}
      {unreadable > 0 && (
        <div className={classes.row}>
          <div className={classes.grow}>
            <Text fw={500}>{t('unreadable.title', { count: unreadable })}</Text>
            <Text size="sm" c="dimmed">
              {t('unreadable.message')}
            </Text>
          </div>
        </div>
      )}
    </>
  );
}

function Problem({ problem }: { readonly problem: NonNullable<SyncState['problem']> }) {
  const { t } = useTranslation('sync');
  const words = problemInWords(problem);
  return (
    <div className={classes.problem}>
      <Alert color="yellow" variant="light" p="sm" role="note" {...(words === null ? {} : { title: words.title })}>
        {words?.message ?? t('unknownTrouble')}{' '}
        {['cannot-reach', 'server-trouble', 'not-couchdb'].includes(problem.code) && t('triesAgain')}
      </Alert>
    </div>
  );
}

const reasons = ['file-not-here', 'not-allowed', 'too-large', 'invalid'] as const;

function HeldBack({ heldBack }: Pick<SyncState, 'heldBack'>) {
  const { t } = useTranslation(['sync', 'terms']);
  const title = t('sync:heldBack.title', { count: heldBack.length });
  return (
    <div className={classes.row}>
      <div className={classes.grow}>
        <Text fw={500}>{title}</Text>
        <Text size="sm" c="dimmed">
          {t('sync:heldBack.message')}
        </Text>
        <ul className={classes.held} aria-label={title}>
          {heldBack.map(({ type, title: name, why }, index) => {
            const kind = recordTypes.find((each) => each === type);
            const reason = t(`sync:heldBack.why.${reasons.find((each) => each === why) ?? 'unknown'}`);
            return (
              // Two records can have the same name and the same trouble.
              <li key={`${index}/${name}`}>
                <span>{name === '' ? t('terms:missing.unnamed') : name}</span>
                <span className={classes.quiet}>
                  {kind === undefined
                    ? reason
                    : t('sync:heldBack.record', { kind: t(`terms:record.${kind}`), why: reason })}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
