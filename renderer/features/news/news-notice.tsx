import { useId, useState } from 'react';
import { Anchor, Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RecordType } from '@shared/domain/records';
import type { NewsShown } from '@shared/ipc/sync-channels';
import { useFormat } from '../../lib/format';
import { useAsk, useDo, useRefresh } from '../../lib/ipc';
import { pathOf } from '../../lib/paths';
import classes from './news.module.css';

interface NewsNoticeProps {
  readonly type: RecordType;
  readonly id: string;
}

/** What colleagues changed here since one last looked; nothing when that is nothing. */
export function NewsNotice({ type, id }: NewsNoticeProps) {
  const { t } = useTranslation('news');
  const heading = useId();
  const news = useAsk('news:about', { type, id });
  const refresh = useRefresh();
  const looked = useDo('news:looked', { onDone: () => void refresh('news:about') });
  const [isOpen, setIsOpen] = useState(false);
  if (news.data === undefined || news.data.count === 0) return null;
  const { count, writers, changes } = news.data;
  const names = writers.map((name) => name || t('somebody'));
  return (
    <section className={classes.notice} aria-labelledby={heading}>
      <div className={classes.line}>
        <IconUsers size={17} stroke={1.6} aria-hidden="true" className={classes.icon} />
        <p id={heading} className={classes.words}>
          {t('changed', { count, names: names.slice(0, 3).join(t('and')) })}
        </p>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {isOpen ? t('hide') : t('show')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => void looked.run({ type, id })}>
          {t('seen')}
        </Button>
      </div>
      {isOpen && (
        <ul className={classes.changes}>
          {changes.map((change) => (
            <Change key={`${change.type}/${change.id}`} change={change} />
          ))}
          {count > changes.length && <li className={classes.quiet}>{t('more', { count: count - changes.length })}</li>}
        </ul>
      )}
    </section>
  );
}

function Change({ change }: { readonly change: NewsShown['changes'][number] }) {
  const { t } = useTranslation(['news', 'terms']);
  const { moment } = useFormat();
  const { type, id, subject, title, by, at, became } = change;
  const path = became === 'trashed' ? null : pathOf({ type, id, ...(subject && { subject }) });
  const words = title === '' ? t('terms:missing.unnamed') : title;
  return (
    <li className={classes.change}>
      <span className={classes.quiet}>{t(`terms:record.${type}`)}</span>
      {path === null ? (
        <span>{words}</span>
      ) : (
        <Anchor component={Link} to={path} size="sm">
          {words}
        </Anchor>
      )}
      <span className={classes.quiet}>
        {t(`news:became.${became}`, { by: by || t('news:somebody'), moment: moment(at) })}
      </span>
    </li>
  );
}
