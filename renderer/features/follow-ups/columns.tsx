import { useMemo } from 'react';
import { Anchor, Checkbox } from '@mantine/core';
import { IconFlag3Filled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isClosed } from '@shared/domain/follow-up/rules';
import { priorities } from '@shared/domain/follow-up/schema';
import type { FollowUp, FollowUpStatus } from '@shared/domain/follow-up/schema';
import { useDirectory } from '../../lib/directory';
import { paths } from '../../lib/paths';
import { columnsOf } from '../../ui/data-table';
import type { Column } from '../../ui/data-table';
import { StatusBadge } from '../../ui/status-badge';
import type { Tone } from '../../ui/status-badge';
import { Due } from './due';
import classes from './follow-ups.module.css';
import type { FollowUpFilter } from './links';
import { useTripTitles } from './use-trip-titles';
import type { FollowUpActs } from './use-follow-up-acts';

const tones = {
  open: 'neutral',
  'in-progress': 'active',
  waiting: 'attention',
  done: 'good',
  dropped: 'faint',
} as const satisfies Record<FollowUpStatus, Tone>;

/** Open before closed, then the earlier day: the words by which the column of days is sorted. */
function byUrgency(followUp: FollowUp): string {
  return `${isClosed(followUp) ? 1 : 0} ${followUp.due ?? '9999'}`;
}

/** The columns of a list of follow-ups. Without a filter they stand on their own page and say what each is about. */
export function useFollowUpColumns(acts: FollowUpActs, filter?: FollowUpFilter): Column<FollowUp>[] {
  const { t } = useTranslation(['follow-ups', 'terms']);
  const { personName, organisationName } = useDirectory();
  const tripTitle = useTripTitles();
  const isOwnPage = filter === undefined;
  // Beside an organisation or a person there is little room, and the page says already what they are about.
  const hasAbout = filter?.tripId !== undefined;
  const isOfOneOwner = filter?.ownerId !== undefined;

  return useMemo(() => {
    const column = columnsOf<FollowUp>();
    const tick = column.display({
      id: 'tick',
      header: t('follow-ups:column.done'),
      meta: { isHeaderHidden: true, width: isOwnPage ? '3.25rem' : '2.5rem' },
      cell: ({ row: { original } }) => (
        <Checkbox
          size="xs"
          radius="xl"
          tabIndex={-1}
          color="gray"
          aria-label={t('follow-ups:tick', { title: original.title })}
          title={t('follow-ups:keys.done')}
          checked={isClosed(original)}
          onChange={() => void acts.toggleDone(original)}
        />
      ),
    });
    const title = column.accessor('title', {
      header: t('follow-ups:column.title'),
      cell: ({ row: { original } }) => (
        <span className={classes.title} title={original.title} data-closed={isClosed(original) || undefined}>
          {original.priority === 'high' && (
            <IconFlag3Filled size={13} className={classes.high} aria-label={t('terms:priority.high')} />
          )}
          {original.title}
        </span>
      ),
    });
    const about = column.accessor(
      (followUp) => [organisationName(followUp.organisationId), personName(followUp.personId)].filter(Boolean),
      {
        id: 'about',
        header: t('follow-ups:column.about'),
        meta: { width: isOwnPage ? '13%' : '24%' },
        cell: ({ row: { original } }) => (
          <Links
            links={[
              { id: original.organisationId, name: organisationName(original.organisationId), to: paths.organisation },
              { id: original.personId, name: personName(original.personId), to: paths.person },
            ]}
          />
        ),
      },
    );
    const trip = column.accessor((followUp) => tripTitle(followUp.tripId), {
      id: 'trip',
      header: t('terms:record.trip'),
      meta: {
        width: '12%',
        isSpare: true,
        facet: { label: t('terms:record.trip'), words: (name: string) => name },
      },
      cell: ({ row: { original } }) => (
        <Links
          links={[{ id: original.tripId, name: tripTitle(original.tripId), to: (id) => paths.trip(id, 'follow-ups') }]}
        />
      ),
    });
    const owner = column.accessor((followUp) => personName(followUp.ownerId), {
      id: 'owner',
      header: t('follow-ups:column.owner'),
      meta: {
        width: isOwnPage ? '10%' : '18%',
        ...(isOwnPage ? { facet: { label: t('follow-ups:column.owner'), words: (name: string) => name } } : {}),
      },
      cell: ({ getValue }) => getValue() || <span className={classes.quiet}>{t('follow-ups:noOwner')}</span>,
    });
    const due = column.accessor(byUrgency, {
      id: 'due',
      header: t('follow-ups:column.due'),
      meta: { width: '11.5rem' },
      cell: ({ row }) => <Due followUp={row.original} />,
    });
    const priority = column.accessor((followUp) => priorities.length - priorities.indexOf(followUp.priority), {
      id: 'priority',
      header: t('follow-ups:column.priority'),
      meta: { width: '5.75rem', isSpare: true },
      cell: ({ row: { original } }) => (
        <span className={original.priority === 'high' ? undefined : classes.quiet}>
          {t(`terms:priority.${original.priority}`)}
        </span>
      ),
    });
    const status = column.accessor('status', {
      header: t('follow-ups:column.status'),
      meta: {
        width: '8rem',
        ...(isOwnPage
          ? {
              facet: {
                label: t('follow-ups:column.status'),
                words: (value: string) => t(`terms:followUpStatus.${value as FollowUpStatus}`),
              },
            }
          : {}),
      },
      cell: ({ row: { original } }) => (
        <StatusBadge label={t(`terms:followUpStatus.${original.status}`)} tone={tones[original.status]} />
      ),
    });
    if (isOwnPage) return column.columns([tick, title, about, trip, owner, due, status, priority]);
    if (hasAbout) return column.columns([tick, title, about, owner, due, status]);
    if (isOfOneOwner) return column.columns([tick, title, due, status]);
    return column.columns([tick, title, owner, due, status]);
  }, [acts, hasAbout, isOfOneOwner, isOwnPage, organisationName, personName, t, tripTitle]);
}

interface LinksProps {
  readonly links: readonly { readonly id: string | null; readonly name: string; readonly to: (id: string) => string }[];
}

function Links({ links }: LinksProps) {
  return (
    <span className={classes.links}>
      {links.map(({ id, name, to }) =>
        id === null ? null : (
          <Anchor key={id} component={Link} to={to(id)} size="sm" tabIndex={-1} title={name}>
            {name}
          </Anchor>
        ),
      )}
    </span>
  );
}
