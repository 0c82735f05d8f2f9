import { useTranslation } from 'react-i18next';
import type { SearchHit } from '@shared/ipc/search-channels';
import { useFormat } from '../../lib/format';
import { KeyHint } from '../../ui/key-hint';
import type { Entry, EntryGroup } from './entries';
import { KindIcon } from './kind-icon';
import { Marked } from './marked';
import classes from './search.module.css';

interface ResultListProps {
  readonly id: string;
  readonly groups: readonly EntryGroup[];
  /** Counted through all groups. */
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly onOpen: (entry: Entry) => void;
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** What was found, kind by kind; the box above keeps the focus and one of these is chosen. */
export function ResultList({ id, groups, chosen, onChoose, onOpen }: ResultListProps) {
  const { t } = useTranslation('search');
  const { number } = useFormat();
  const title = useGroupTitle();
  return (
    <div id={id} role="listbox" aria-label={t('results')}>
      {numbered(groups).map(({ of, total, isAtLeast, entries, first }) => (
        <div key={of} role="group" aria-label={title(of)} className={classes.group}>
          <div className={classes.kind} aria-hidden="true">
            {title(of)}{' '}
            {total !== null && <span>{isAtLeast ? t('atLeast', { total: number(total) }) : number(total)}</span>}
          </div>
          {entries.map((entry, index) => {
            const at = first + index;
            return (
              <div
                key={at}
                id={optionId(id, at)}
                role="option"
                aria-selected={at === chosen}
                className={classes.entry}
                onMouseMove={() => onChoose(at)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onOpen(entry)}
              >
                <EntryLine entry={entry} />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** The groups, each with the number of its first line, counted through all of them. */
function numbered(groups: readonly EntryGroup[]): readonly (EntryGroup & { readonly first: number })[] {
  return groups.map((group, at) => ({
    ...group,
    first: groups.slice(0, at).reduce((sum, { entries }) => sum + entries.length, 0),
  }));
}

function useGroupTitle(): (of: EntryGroup['of']) => string {
  const { t } = useTranslation(['search', 'terms']);
  return (of) =>
    of === 'recent' ? t('search:recent') : of === 'commands' ? t('search:commands') : t(`terms:records.${of}`);
}

function EntryLine({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation(['search', 'terms']);
  const { number } = useFormat();
  if (entry.kind === 'hit') return <Hit hit={entry.hit} />;
  if (entry.kind === 'more') {
    const count = number(entry.total);
    return (
      <span className={classes.more}>
        {entry.isAtLeast ? t('search:showMany', { count }) : t('search:showAll', { total: count })}
      </span>
    );
  }
  return (
    <>
      <KindIcon kind="command" className={classes.icon} />
      <span className={classes.words}>
        <span className={classes.name}>{entry.command.label}</span>
      </span>
      {entry.command.keys !== undefined && <KeyHint keys={entry.command.keys} />}
    </>
  );
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  const { t } = useTranslation(['terms', 'search']);
  const { day } = useFormat();
  const beside = [hit.day === null ? undefined : day(hit.day), hit.subject?.title].filter(Boolean).join(' · ');
  return (
    <>
      <KindIcon kind={hit.type} className={classes.icon} />
      <span className={classes.words}>
        <span className={classes.head}>
          <span className={classes.name}>
            {hit.title === '' ? t('terms:missing.unnamed') : <Marked text={hit.title} marks={hit.titleMarks} />}
          </span>
          {beside !== '' && <span className={classes.beside}>{beside}</span>}
        </span>
        {hit.excerpt !== null && (
          <span className={classes.excerpt}>
            {!(hit.field === 'note' || hit.field === 'name') && (
              <span className={classes.field}>{t(`search:fields.${hit.field}`)}: </span>
            )}
            <Marked text={hit.excerpt} marks={hit.excerptMarks} />
          </span>
        )}
      </span>
    </>
  );
}
