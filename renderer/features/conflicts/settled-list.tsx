import { useState } from 'react';
import { Button, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { recordTypes } from '@shared/domain/records';
import type { SettledConflict } from '@shared/ipc/sync-channels';
import { useFormat } from '../../lib/format';
import { EmptyState } from '../../ui/empty-state';
import { StatusBadge } from '../../ui/status-badge';
import { useComparedWords } from './compared-words';
import classes from './conflicts.module.css';
import { useFieldWords } from './use-field-words';

/** So many are drawn at once. */
const step = 40;

/** What was settled, the last first: both texts, who chose which and when. */
export function SettledList({ settled }: { readonly settled: readonly SettledConflict[] }) {
  const { t } = useTranslation('conflicts');
  const [shown, setShown] = useState(step);
  if (settled.length === 0) {
    return <EmptyState icon={IconHistory} title={t('emptySettled.title')} message={t('emptySettled.message')} />;
  }
  const left = settled.length - shown;
  return (
    <div className={classes.settled}>
      {settled.slice(0, shown).map((each) => (
        <SettledCard key={each.id} settled={each} />
      ))}
      {left > 0 && (
        <Button variant="default" onClick={() => setShown(shown + step)}>
          {t('settled.more', { count: Math.min(left, step) })}
        </Button>
      )}
    </div>
  );
}

function SettledCard({ settled }: { readonly settled: SettledConflict }) {
  const { t } = useTranslation(['conflicts', 'terms']);
  const { moment } = useFormat();
  const { type, path, one, other, choice, by, at } = settled;
  const words = useFieldWords(type);
  const kind = recordTypes.find((each) => each === type);
  const title = settled.title === '' ? t('terms:missing.unnamed') : settled.title;
  const isText = words.isText(path) && one !== null && other !== null;
  const [oneWords, otherWords] = useComparedWords({
    left: words.value(path, one),
    right: words.value(path, other),
    isText,
  });
  const isKept = (which: 'mine' | 'theirs'): boolean => choice === which || choice === 'both';
  const sides = [
    { which: 'mine', said: oneWords },
    { which: 'theirs', said: otherWords },
  ] as const;
  return (
    <article className={classes.point} aria-label={`${title}, ${words.label(path)}`}>
      <header className={classes.pointHead}>
        <Title order={3}>{title}</Title>
        <span className={classes.dim}>
          {[kind === undefined ? '' : t(`terms:record.${kind}`), words.label(path)]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        <span className={classes.state}>
          {t('conflicts:settled.byWhom', {
            name: by === '' ? t('conflicts:list.unknownWriter') : by,
            time: at === null ? t('conflicts:settled.unknownTime') : moment(at),
          })}
        </span>
      </header>
      <div className={classes.sides}>
        {sides.map(({ which, said }) => (
          <div key={which} className={classes.side} data-kept={isKept(which)}>
            {said}
            <div className={classes.keptMark}>
              <StatusBadge
                tone={isKept(which) ? 'good' : 'faint'}
                label={t(isKept(which) ? 'conflicts:settled.kept' : 'conflicts:settled.notKept')}
              />
            </div>
          </div>
        ))}
      </div>
      {(choice === 'both' || choice === 'anew') && (
        <p className={classes.choice}>{t(`conflicts:settledAs.${choice}`)}</p>
      )}
    </article>
  );
}
