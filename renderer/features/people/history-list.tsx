import { useMemo, useState } from 'react';
import { Button, Center, Loader, SegmentedControl, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import { useToday } from '../../lib/clock';
import { useFormat } from '../../lib/format';
import { usePlace } from '../../lib/places';
import { EmptyState } from '../../ui/empty-state';
import { groupsOf, historyFilters } from './history';
import type { HistoryFilter } from './history';
import { HistoryRow } from './history-row';
import { useHistory } from './use-history';
import type { HistorySubject } from './use-history';
import classes from './history.module.css';

interface HistoryListProps {
  readonly subject: HistorySubject;
  /** Shows the notes, where one of them is opened. */
  readonly onOpenNotes: () => void;
}

/** So many are drawn at first; the rest are one click away. */
const firstShown = 150;

function isFilter(value: string): value is HistoryFilter {
  return historyFilters.some((each) => each === value);
}

/** Meetings, notes and follow-ups of an organisation or a person on one line of time, the newest first. */
export function HistoryList({ subject, onOpenNotes }: HistoryListProps) {
  const { t } = useTranslation('people');
  const { locale } = useFormat();
  const today = useToday();
  const { type, id } = subject;
  // The same object from one render to the next, which its memos stand on.
  const { entries, isLoading } = useHistory(useMemo(() => ({ type, id }), [type, id]));
  const [filter, setFilter] = usePlace<HistoryFilter>('history-filter', 'all', isFilter);
  const [isAllShown, setAllShown] = useState(false);

  if (isLoading) {
    return (
      <Center py="lg">
        <Loader />
      </Center>
    );
  }
  if (entries.length === 0) {
    return (
      <EmptyState
        isCompact
        icon={IconHistory}
        title={t('history.empty')}
        message={t('history.emptyHint')}
        action={
          <Button variant="default" size="compact-sm" onClick={onOpenNotes}>
            {t('history.writeNote')}
          </Button>
        }
      />
    );
  }
  const chosen = entries.filter(({ kind }) => filter === 'all' || kind === filter);
  const shown = isAllShown ? chosen : chosen.slice(0, firstShown);
  const count = (each: HistoryFilter): number =>
    each === 'all' ? entries.length : entries.filter(({ kind }) => kind === each).length;

  return (
    <div>
      <SegmentedControl
        size="xs"
        aria-label={t('history.filter')}
        value={filter}
        onChange={(next) => {
          if (isFilter(next)) setFilter(next);
        }}
        data={historyFilters.map((each) => ({
          value: each,
          label: (
            <span>
              {t(`history.${each}`)} <span className={classes.count}>{count(each)}</span>
            </span>
          ),
        }))}
      />
      {chosen.length === 0 && (
        <EmptyState isCompact icon={IconHistory} title={t('history.emptyFiltered')} message={t('history.emptyHint')} />
      )}
      {groupsOf(shown, today).map((group) => (
        <section key={group.key} className={classes.group} aria-label={wordsOf(group.key)}>
          <Title order={3} className={classes.month}>
            {wordsOf(group.key)}
          </Title>
          <ol className={classes.entries}>
            {group.entries.map((entry) => (
              <HistoryRow key={entry.id} entry={entry} subject={subject} today={today} onOpenNotes={onOpenNotes} />
            ))}
          </ol>
        </section>
      ))}
      {shown.length < chosen.length && (
        <Button variant="default" mt="sm" onClick={() => setAllShown(true)}>
          {t('history.showAll', { count: chosen.length })}
        </Button>
      )}
    </div>
  );

  function wordsOf(key: string): string {
    if (key === 'upcoming') return t('history.upcoming');
    return dayInWords(`${key}-01` as CalendarDate, locale, { month: 'long', year: 'numeric' });
  }
}
