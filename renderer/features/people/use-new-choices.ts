import { useMemo } from 'react';
import { z } from 'zod';
import { success } from '@shared/result';
import type { Result } from '@shared/result';
import { useDirectory } from '../../lib/directory';
import type { Option } from '../../lib/directory';
import { useKeptState } from '../../lib/drafts';
import { useDo } from '../../lib/ipc';
import { localisedFromText, personNameFromText } from '../../lib/name-from-text';

interface NewChoices {
  readonly options: readonly Option[];
  /** For a select's `onCreate`: takes the name down and answers with the id that the record will have. */
  readonly onCreate: (name: string) => Promise<string>;
  /** Makes the record if its name was only taken down; nothing is made when the form is thrown away. */
  readonly makeIfNew: (id: string | null) => Promise<Result<unknown>>;
}

/** A name that was only taken down, and the id that its record will have. */
const addedSchema = z.array(z.object({ value: z.string(), label: z.string(), keywords: z.string() }));
type Added = z.infer<typeof addedSchema>;

function useNamed(
  draft: string,
  part: string,
  known: readonly Option[],
  make: (id: string, name: string) => Promise<Result<unknown>>,
): NewChoices {
  const [added, setAdded] = useKeptState<Added>(draft, part, [], isAdded);
  const options = useMemo(() => {
    const ids = new Set(known.map(({ value }) => value));
    return [...added.filter(({ value }) => !ids.has(value)), ...known];
  }, [known, added]);
  return {
    options,
    onCreate: (name) => {
      const value = crypto.randomUUID();
      setAdded([...added, { value, label: name, keywords: '' }]);
      return Promise.resolve(value);
    },
    makeIfNew: async (id) => {
      const choice = added.find(({ value }) => value === id);
      if (choice === undefined) return success(undefined);
      const made = await make(choice.value, choice.label);
      // A second try of a form that failed further on must not make it again.
      if (made.ok) setAdded(added.filter(({ value }) => value !== choice.value));
      return made;
    },
  };
}

/** Organisations to choose from, and new ones that are made when the form is saved. */
export function useOrganisationChoices(draft: string): NewChoices {
  const { organisationOptions } = useDirectory();
  const { run } = useDo('organisations:create', { isInForm: true });
  return useNamed(draft, 'new-organisations', organisationOptions, (id, name) =>
    run({ id, fields: { legalName: localisedFromText(name) } }),
  );
}

/** Contacts to choose from, and new ones that are made when the form is saved. */
export function usePersonChoices(draft: string): NewChoices {
  const { theirOptions } = useDirectory();
  const { run } = useDo('people:create', { isInForm: true });
  return useNamed(draft, 'new-people', theirOptions, (id, name) =>
    run({ id, fields: { side: 'theirs', ...personNameFromText(name) } }),
  );
}

function isAdded(value: unknown): value is Added {
  return addedSchema.safeParse(value).success;
}
