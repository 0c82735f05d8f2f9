import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '@shared/dates';
import { hongKongPresences, organisationTiers } from '@shared/domain/organisation/schema';
import type { Organisation, Sector } from '@shared/domain/organisation/schema';
import { useFormat } from '../../lib/format';
import { columnsOf } from '../../ui/data-table';
import type { Column } from '../../ui/data-table';
import { NameCell } from '../../ui/name-cell';
import { StatusBadge } from '../../ui/status-badge';
import { presenceTones, tierTones } from './tones';

/** An organisation with what the list shows beside the record itself. */
export interface OrganisationRow {
  readonly organisation: Organisation;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly city: string;
  readonly people: number;
  readonly lastMet: CalendarDate | undefined;
  readonly openFollowUps: number;
}

/** The most important tier first, and those without one last. */
const tierOrder = ['key', 'priority', 'watch', 'unrated'] as const satisfies readonly Organisation['tier'][];

/** The columns of the list of organisations. */
export function useOrganisationColumns(): readonly Column<OrganisationRow>[] {
  const { t } = useTranslation(['organisations', 'terms']);
  const { day } = useFormat();
  return useMemo(() => {
    const c = columnsOf<OrganisationRow>();
    return c.columns([
      c.accessor(({ name, otherNames, organisation }) => [name, ...otherNames, ...organisation.shortNames].join(' '), {
        id: 'name',
        header: t('organisations:list.name'),
        cell: ({ row: { original } }) => <NameCell name={original.name} others={original.otherNames} />,
      }),
      c.accessor(({ organisation }) => organisation.kind, {
        id: 'kind',
        header: t('organisations:list.kind'),
        meta: {
          width: '7rem',
          facet: {
            label: t('organisations:list.kind'),
            words: (value) => t(`terms:organisationKind.${value as Organisation['kind']}`),
          },
        },
        cell: ({ getValue }) => t(`terms:organisationKind.${getValue()}`),
      }),
      c.accessor(({ organisation }) => organisation.sectors, {
        id: 'sectors',
        header: t('organisations:list.sectors'),
        meta: {
          width: 'clamp(7.5rem, 26vw - 13rem, 19rem)',
          facet: {
            label: t('organisations:list.sectors'),
            words: (value) => t(`terms:sector.${value as Sector}`),
          },
        },
        cell: ({ getValue }) => {
          const words = getValue()
            .map((sector) => t(`terms:sector.${sector}`))
            .join('; ');
          return <span title={words}>{words}</span>;
        },
      }),
      c.accessor(({ city }) => city || undefined, {
        id: 'city',
        header: t('organisations:list.city'),
        sortUndefined: 'last',
        meta: { width: '6.5rem', facet: { label: t('organisations:list.city'), words: (value) => value } },
      }),
      c.accessor(({ organisation }) => organisation.tier, {
        id: 'tier',
        header: t('organisations:list.tier'),
        sortFn: (one, other) =>
          tierOrder.indexOf(one.original.organisation.tier) - tierOrder.indexOf(other.original.organisation.tier),
        meta: {
          width: '6.5rem',
          facet: {
            label: t('organisations:list.tier'),
            words: (value) => t(`terms:tier.${organisationTiers.find((each) => each === value) ?? 'unrated'}`),
          },
        },
        cell: ({ getValue }) =>
          getValue() === 'unrated' ? (
            ''
          ) : (
            <StatusBadge label={t(`terms:tier.${getValue()}`)} tone={tierTones[getValue()]} />
          ),
      }),
      c.accessor(({ organisation }) => organisation.hongKongPresence, {
        id: 'presence',
        header: t('organisations:list.presence'),
        sortFn: (one, other) =>
          hongKongPresences.indexOf(other.original.organisation.hongKongPresence) -
          hongKongPresences.indexOf(one.original.organisation.hongKongPresence),
        meta: { width: '8rem' },
        cell: ({ getValue }) =>
          getValue() === 'none' ? (
            ''
          ) : (
            <StatusBadge label={t(`terms:hongKongPresence.${getValue()}`)} tone={presenceTones[getValue()]} />
          ),
      }),
      c.accessor(({ people }) => people || undefined, {
        id: 'people',
        header: t('organisations:list.people'),
        sortUndefined: 'last',
        meta: { width: '4.75rem', align: 'end', isSpare: true },
      }),
      c.accessor(({ openFollowUps }) => openFollowUps || undefined, {
        id: 'followUps',
        header: t('organisations:list.openFollowUps'),
        sortUndefined: 'last',
        meta: { width: '6rem', align: 'end', isSpare: true },
      }),
      c.accessor(({ lastMet }) => lastMet, {
        id: 'lastMet',
        header: t('organisations:list.lastMet'),
        sortUndefined: 'last',
        meta: { width: '8rem' },
        cell: ({ row: { original } }) => (original.lastMet === undefined ? '' : day(original.lastMet)),
      }),
    ]);
  }, [t, day]);
}
