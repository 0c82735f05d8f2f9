import { useState } from 'react';
import { Alert, Button, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StoreNotice } from '@shared/ipc/app-channels';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';
import classes from './start.module.css';

/** What happened to the data when it was opened, said plainly above every screen until it is understood. */
export function StoreNotices() {
  const { t } = useTranslation('start');
  const { data } = useAsk('start:state', {});
  const [areDismissed, setDismissed] = useState(false);
  const notices = data !== undefined && 'notices' in data ? data.notices : [];
  // That nothing can be changed is true for as long as it is so.
  const shown = notices.filter((notice) => !areDismissed || isLasting(notice));
  if (shown.length === 0) return null;
  return (
    <section aria-label={t('notices.label')} className={classes.notices}>
      {shown.map((notice, index) => (
        <Notice key={`${notice.kind}-${index}`} notice={notice} />
      ))}
      {!shown.every(isLasting) && (
        <Button size="compact-sm" variant="default" onClick={() => setDismissed(true)}>
          {t('notices.dismiss')}
        </Button>
      )}
    </section>
  );
}

function isLasting({ kind }: StoreNotice): boolean {
  return kind === 'newer-version' || kind === 'read-only-folder';
}

/** Those after which something is not as the person left it. */
const grave: ReadonlySet<StoreNotice['kind']> = new Set(['restored-after-damage', 'empty-after-damage', 'set-aside']);

function Notice({ notice }: { readonly notice: StoreNotice }) {
  const { title, message } = useWordsOf(notice);
  return (
    <Alert
      role="alert"
      variant="light"
      color={grave.has(notice.kind) ? 'cinnabar' : 'ink'}
      icon={<IconInfoCircle size={18} />}
      title={title}
    >
      <Text size="sm">{message}</Text>
    </Alert>
  );
}

function useWordsOf(notice: StoreNotice): { title: string; message: string } {
  const { t } = useTranslation('start');
  const { moment } = useFormat();
  switch (notice.kind) {
    case 'restored-after-damage':
      return {
        title: t('notices.restored-after-damage.title'),
        message: t('notices.restored-after-damage.message', {
          madeAt: moment(notice.madeAt),
          quarantined: notice.quarantined,
        }),
      };
    case 'set-aside': {
      const { fetched, madeAt, file } = notice;
      const sentences = [
        ...(fetched > 0 && madeAt !== null
          ? [t('notices.set-aside.fetched', { count: fetched, madeAt: moment(madeAt) })]
          : []),
        ...(file === null ? [] : [t('notices.set-aside.kept', { file })]),
        t('notices.set-aside.rest'),
      ];
      return {
        title: t('notices.set-aside.title', { count: Math.max(1, notice.count + notice.missing) }),
        message: sentences.join(' '),
      };
    }
    case 'empty-after-damage':
    case 'settings-reset':
      return {
        title: t(`notices.${notice.kind}.title`),
        message: t(`notices.${notice.kind}.message`, { quarantined: notice.quarantined }),
      };
    case 'unreadable-records':
      return {
        title: t('notices.unreadable-records.title', { count: notice.count }),
        message: t('notices.unreadable-records.message'),
      };
    case 'conflict-copies':
      return {
        title: t('notices.conflict-copies.title'),
        message: t('notices.conflict-copies.message', { names: notice.names.join(', ') }),
      };
    case 'cannot-tidy':
    case 'read-only-folder':
    case 'newer-version':
      return { title: t(`notices.${notice.kind}.title`), message: t(`notices.${notice.kind}.message`) };
  }
}
