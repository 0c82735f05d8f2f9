import { useTranslation } from 'react-i18next';
import type { Organisation } from '@shared/domain/organisation/schema';
import { allNames, displayName } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/schema';
import { textIn, writtenForms } from '@shared/domain/values';
import type { WrittenForm } from '@shared/domain/values';
import type { NameOrder } from '@shared/search/sorting';
import { useFormat } from '../format';
import { useAsk } from '../ipc/ask';
import { compareNames, nameOrder } from '../name-order';

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
  const { form } = useFormat();
  const peopleAnswer = useAsk('people:list', {});
  const organisationsAnswer = useAsk('organisations:list', {});
  const isLoading = peopleAnswer.isPending || organisationsAnswer.isPending;
  return directoryOf({
    people: peopleAnswer.data ?? nobody,
    organisations: organisationsAnswer.data ?? none,
    isLoading,
    missing: isLoading ? '' : t('missing.inTrash'),
    form,
    order: nameOrder(),
  });
}

interface DirectorySources {
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
  readonly isLoading: boolean;
  readonly missing: string;
  readonly form: WrittenForm;
  readonly order: NameOrder;
}

/** Many parts of a screen ask at once for the same directory: it is made once for all of them. */
let last: { readonly sources: DirectorySources; readonly directory: Directory } | undefined;

function directoryOf(sources: DirectorySources): Directory {
  const keys = ['people', 'organisations', 'isLoading', 'missing', 'form', 'order'] as const;
  if (last === undefined || keys.some((key) => last?.sources[key] !== sources[key])) {
    last = { sources, directory: makeDirectory(sources) };
  }
  return last.directory;
}

function makeDirectory({ people, organisations, isLoading, missing, form }: DirectorySources): Directory {
  const peopleById = new Map(people.map((person) => [person.id, person]));
  const organisationsById = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  // Putting thousands of names in order takes its time: it is done for who chooses among them.
  const ours = later(() => people.filter(({ side }) => side === 'ours'), optionOf);
  const theirs = later(() => people.filter(({ side }) => side === 'theirs'), optionOf);
  const everybody = later(() => people, optionOf);
  const every = later(() => organisations, organisationOption);

  function optionOf(person: Person): Option {
    return { value: person.id, label: displayName(person, form), keywords: allNames(person, form).join(' ') };
  }
  function organisationOption({ id, legalName, shortNames }: Organisation): Option {
    const keywords = [...writtenForms.map((each) => legalName[each]), ...shortNames].join(' ');
    return { value: id, label: textIn(legalName, form), keywords };
  }

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
      return organisation ? textIn(organisation.legalName, form) : missing;
    },
    get ourOptions() {
      return ours();
    },
    get theirOptions() {
      return theirs();
    },
    get peopleOptions() {
      return everybody();
    },
    get organisationOptions() {
      return every();
    },
  };
}

/** The choices of some records by name, made when they are first asked for. */
function later<R>(records: () => readonly R[], optionOf: (record: R) => Option): () => readonly Option[] {
  let made: readonly Option[] | undefined;
  return () => {
    if (made === undefined) {
      made = records()
        .map(optionOf)
        .sort((one, other) => compareNames(one.label, other.label));
    }
    return made;
  };
}
