import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { markingWords } from '../../lib/found-words';
import { useAsk } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { standingOf } from './standing';
import classes from './sync.module.css';
import { toneOf } from './tone';
import { useStandingInWords } from './sync-words';

/** How it stands with colleagues' changes, in a quiet line of a list, that leads to more; nothing while no server is set up. */
export function SyncLine() {
  const { t } = useTranslation('sync');
  const inWords = useStandingInWords();
  const { data } = useAsk('sync:state', {});
  const standing = data === undefined ? null : standingOf(data);
  if (standing === null) return null;
  const words = inWords(standing);
  return (
    <li>
      <Link
        to={paths.settings}
        state={markingWords(t('title'))}
        className={classes.line}
        aria-label={t('line', { title: t('title'), standing: words })}
      >
        <span className={classes.dot} data-tone={toneOf(standing)} aria-hidden="true" />
        <span>{words}</span>
      </Link>
    </li>
  );
}
