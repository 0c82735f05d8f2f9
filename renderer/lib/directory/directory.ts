import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '@shared/domain/organisation/schema';
import { allNames, displayName } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/schema';
import { writtenForms } from '@shared/domain/values';
import { useFormat } from '../format';
import { useAsk } from '../ipc/ask';

/** A choice in a select: `label` is shown, `keywords` are searched beside it. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly keywords: string;
}

/** Names and choices of everybody and every organisation. */
export interface Directory {
  readonly isLoading: boolean;
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
  readonly person: (id: string | null | undefined) => Person | undefined;
  readonly organisation: (id: string | null | undefined) => Organisation | undefined;
  /** '' for null; words that say so for somebody who is in the Trash. */
  readonly personName: (id: string | null | undefined) => string;
  /** '' for null; words that say so for one that is in the Trash. */
  readonly organisationName: (id: string | null | undefined) => string;
  readonly ourOptions: readonly Option[];
  readonly theirOptions: readonly Option[];
  readonly peopleOptions: readonly Option[];
  readonly organisationOptions: readonly Option[];
}

const nobody: readonly Person[] = [];
const none: readonly Organisation[] = [];

/** Looks people and organisations up by id, and offers them as choices; renewed when one of them changes. */
export function useDirectory(): Directory {
  const { t } = useTranslation('terms');
  const { form, text, locale } = useFormat();
  const peopleAnswer = useAsk('people:list', {});
  const organisationsAnswer = useAsk('organisations:list', {});
  const people = peopleAnswer.data ?? nobody;
  const organisations = organisationsAnswer.data ?? none;
  const isLoading = peopleAnswer.isPending || organisationsAnswer.isPending;

  return useMemo(() => {
    const byName = new Intl.Collator(locale, { numeric: true });
    const sorted = (options: Option[]): Option[] => options.sort((a, b) => byName.compare(a.label, b.label));
    const peopleById = new Map(people.map((person) => [person.id, person]));
    const organisationsById = new Map(organisations.map((organisation) => [organisation.id, organisation]));
    const optionsFor = (chosen: readonly Person[]): Option[] =>
      sorted(
        chosen.map((person) => ({
          value: person.id,
          label: displayName(person, form),
          keywords: allNames(person, form).join(' '),
        })),
      );
    const missing = isLoading ? '' : t('missing.inTrash');
    return {
      isLoading,
      people,
      organisations,
      person: (id) => peopleById.get(id ?? ''),
      organisation: (id) => organisationsById.get(id ?? ''),
      personName: (id) => {
        if (!id) return '';
        const person = peopleById.get(id);
        return person ? displayName(person, form) : missing;
      },
      organisationName: (id) => {
        if (!id) return '';
        const organisation = organisationsById.get(id);
        return organisation ? text(organisation.legalName) : missing;
      },
      ourOptions: optionsFor(people.filter(({ side }) => side === 'ours')),
      theirOptions: optionsFor(people.filter(({ side }) => side === 'theirs')),
      peopleOptions: optionsFor(people),
      organisationOptions: sorted(
        organisations.map((organisation) => ({
          value: organisation.id,
          label: text(organisation.legalName),
          keywords: [...writtenForms.map((each) => organisation.legalName[each]), ...organisation.shortNames].join(' '),
        })),
      ),
    };
  }, [people, organisations, isLoading, form, text, locale, t]);
}
