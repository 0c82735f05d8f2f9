import { useTranslation } from 'react-i18next';
import type { HandOverCounts, HandOverPreview } from '@shared/ipc/hand-over-channels';
import { useFormat } from '../../lib/format';
import classes from './hand-over.module.css';

const kinds = ['added', 'updated', 'merged', 'disputed', 'known', 'unreadable'] as const;
type Kind = (typeof kinds)[number];

interface CountsProps {
  readonly counts: HandOverCounts;
  readonly files: number;
  readonly filesHint: string;
  /** What records are called that were changed here, too. */
  readonly titles?: Pick<HandOverPreview, 'merged' | 'disputed'>;
}

/** What becomes, or became, of the records and files of a bundle: a line for each that there is. */
export function Counts({ counts, files, filesHint, titles }: CountsProps) {
  const { t } = useTranslation('hand-over');
  return (
    <ul className={classes.counts}>
      {kinds
        .filter((kind) => counts[kind] > 0)
        .map((kind) => (
          <Line
            key={kind}
            count={counts[kind]}
            what={t(`counts.${kind}`)}
            hint={t(`counts.${kind}Hint`)}
            names={namesIn(titles, kind)}
            isLoud={kind === 'disputed' || kind === 'unreadable'}
          />
        ))}
      {files > 0 && <Line count={files} what={t('counts.files')} hint={filesHint} />}
    </ul>
  );
}

interface LineProps {
  readonly count: number;
  readonly what: string;
  readonly hint: string;
  readonly names?: readonly string[];
  readonly isLoud?: boolean;
}

function Line({ count, what, hint, names = [], isLoud = false }: LineProps) {
  const { number, locale } = useFormat();
  const list = new Intl.ListFormat(locale, { type: 'unit' });
  return (
    <li data-loud={isLoud || undefined}>
      <span className={classes.count}>{number(count)}</span>
      <span className={classes.grow}>
        <strong className={classes.what}>{what}</strong>
        <span className={classes.quiet}>{hint}</span>
        {names.length > 0 && <span className={classes.names}>{list.format(names)}</span>}
      </span>
    </li>
  );
}

function namesIn(titles: CountsProps['titles'], kind: Kind): string[] {
  if (titles === undefined || (kind !== 'merged' && kind !== 'disputed')) return [];
  return [...new Set(titles[kind].map(({ title }) => title).filter((title) => title !== ''))].slice(0, 12);
}
