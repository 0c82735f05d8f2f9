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
  if (notices.length === 0 || areDismissed) return null;
  return (
    <section aria-label={t('notices.label')} className={classes.notices}>
      {notices.map((notice, index) => (
        <Notice key={`${notice.kind}-${index}`} notice={notice} />
      ))}
      <Button size="compact-sm" variant="default" onClick={() => setDismissed(true)}>
        {t('notices.dismiss')}
      </Button>
    </section>
  );
}

function Notice({ notice }: { readonly notice: StoreNotice }) {
  const { t } = useTranslation('start');
  const { moment } = useFormat();
  const words = {
    'restored-after-damage': () =>
      notice.kind === 'restored-after-damage' &&
      t('notices.restored-after-damage.message', { madeAt: moment(notice.madeAt), quarantined: notice.quarantined }),
    'empty-after-damage': () =>
      notice.kind === 'empty-after-damage' &&
      t('notices.empty-after-damage.message', { quarantined: notice.quarantined }),
    'set-aside': () => notice.kind === 'set-aside' && t('notices.set-aside.message', { file: notice.file }),
    'settings-reset': () =>
      notice.kind === 'settings-reset' && t('notices.settings-reset.message', { quarantined: notice.quarantined }),
  };
  const title =
    notice.kind === 'set-aside'
      ? t('notices.set-aside.title', { count: notice.count })
      : t(`notices.${notice.kind}.title`);
  return (
    <Alert
      role="alert"
      variant="light"
      color={notice.kind === 'settings-reset' ? 'ink' : 'cinnabar'}
      icon={<IconInfoCircle size={18} />}
      title={title}
    >
      <Text size="sm">{words[notice.kind]()}</Text>
    </Alert>
  );
}
