import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '@shared/dates';
import type { Person } from '@shared/domain/person/schema';
import { useFormat } from '../../lib/format';
import { columnsOf } from '../../ui/data-table';
import type { Column } from '../../ui/data-table';
import { NameCell } from '../../ui/name-cell';

/** A person with what the list shows beside the record itself. */
export interface PersonRow {
  readonly person: Person;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly post: string;
  /** Where they work now, the primary one first. */
  readonly organisations: string[];
  readonly lastMet: CalendarDate | undefined;
  readonly openFollowUps: number;
}

/** The columns of the contacts, or of our own side. */
export function usePeopleColumns(side: Person['side']): readonly Column<PersonRow>[] {
  const { t } = useTranslation(['people', 'terms']);
  const { day } = useFormat();
  return useMemo(() => {
    const c = columnsOf<PersonRow>();
    const isOurs = side === 'ours';
    const name = c.accessor(({ name: first, otherNames }) => [first, ...otherNames].join(' '), {
      id: 'name',
      header: t('people:list.name'),
      cell: ({ row: { original } }) => <NameCell name={original.name} others={original.otherNames} />,
    });
    const post = c.accessor(({ post: title }) => title || undefined, {
      id: 'post',
      header: t('people:list.post'),
      sortUndefined: 'last',
      ...(isOurs ? {} : { meta: { width: 'clamp(8rem, 22vw - 9.5rem, 20rem)' } }),
    });
    const organisations = c.accessor('organisations', {
      header: t('people:list.organisation'),
      meta: {
        width: 'clamp(11rem, 26vw - 9.5rem, 22rem)',
        facet: { label: t('people:list.organisation'), words: (value: string) => value },
      },
      cell: ({ getValue }) => getValue().join('; '),
    });
    const phone = c.accessor(({ person }) => person.phones[0], {
      id: 'phone',
      header: t('people:list.phone'),
      sortUndefined: 'last',
      meta: { width: '10.25rem' },
    });
    const email = c.accessor(({ person }) => person.emails[0], {
      id: 'email',
      header: t('people:list.email'),
      sortUndefined: 'last',
      meta: { width: isOurs ? '16rem' : 'clamp(9.5rem, 12vw, 15rem)' },
    });
    const wechat = c.accessor(({ person }) => person.wechatId || undefined, {
      id: 'wechat',
      header: t('people:list.wechat'),
      sortUndefined: 'last',
      meta: { width: 'clamp(6.25rem, 8vw, 9rem)', isSpare: true },
    });
    const lastMet = c.accessor((row) => row.lastMet, {
      id: 'lastMet',
      header: t('people:list.lastMet'),
      sortUndefined: 'last',
      meta: { width: '8rem' },
      cell: ({ row: { original } }) => (original.lastMet === undefined ? '' : day(original.lastMet)),
    });
    const followUps = c.accessor((row) => row.openFollowUps || undefined, {
      id: 'followUps',
      header: t('people:list.openFollowUps'),
      sortUndefined: 'last',
      meta: { width: '8rem', align: 'end' },
    });
    return isOurs
      ? c.columns([name, post, phone, email, followUps])
      : c.columns([name, post, organisations, phone, email, wechat, lastMet]);
  }, [side, t, day]);
}
