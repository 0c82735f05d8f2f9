import { useRef, useState } from 'react';
import { issuesInNewFields } from '@shared/domain/records';
import type { NewFields } from '@shared/domain/records';
import type { Person } from '@shared/domain/person/schema';
import { hasText, localisedTextSchema, noText } from '@shared/domain/values';
import type { LocalisedText } from '@shared/domain/values';
import { failed } from '@shared/result';
import type { Result } from '@shared/result';
import { issueInWords } from '../../lib/failure-words';
import { draftOf, useKeptState } from '../../lib/drafts';
import { blankForm, formOf, useRecordForm } from '../../lib/forms';
import type { RecordForm } from '../../lib/forms';
import { useDo } from '../../lib/ipc';
import { personNameFromText } from '../../lib/name-from-text';
import { useOrganisationChoices } from './use-new-choices';

/** What is known of a new person before the form opens. */
export interface NewPersonStart {
  readonly side?: Person['side'];
  /** As it was typed into one box somewhere. */
  readonly name?: string;
  readonly organisationId?: string;
}

/** Where a new contact works: an organisation, chosen or new, and the title there. */
export interface FirstPost {
  readonly choices: ReturnType<typeof useOrganisationChoices>;
  readonly organisationId: string | null;
  readonly setOrganisationId: (id: string | null) => void;
  readonly jobTitle: LocalisedText;
  readonly setJobTitle: (title: LocalisedText) => void;
  readonly jobTitleError: string | undefined;
}

interface PersonFormOptions {
  readonly person: Person | undefined;
  readonly start: NewPersonStart;
  readonly onClose: () => void;
  readonly onCreated: ((personId: string) => void) | undefined;
}

interface PersonFormState {
  readonly form: RecordForm<'person'>;
  /** Null for a person who is there already. */
  readonly post: FirstPost | null;
}

/** A person's form; saving a new contact makes the organisation if it is new, the person and the post, in that order. */
export function usePersonForm({ person, start, onClose, onCreated }: PersonFormOptions): PersonFormState {
  const { run: create } = useDo('people:create', { isInForm: true });
  const { run: update } = useDo('people:update', { isInForm: true });
  const { run: createPost } = useDo('affiliations:create', { isInForm: true });
  const draft = draftOf('person', person?.id ?? 'new', start.organisationId, start.name);
  const choices = useOrganisationChoices(draft);
  const [organisationId, setOrganisationId] = useKeptState<string | null>(
    draft,
    'organisation',
    start.organisationId ?? null,
    isTextOrNull,
  );
  const [jobTitle, setJobTitle] = useKeptState<LocalisedText>(draft, 'jobTitle', noText, isLocalisedText);
  const [jobTitleError, setJobTitleError] = useState<string>();
  /** Set once the person is made, so that a second try after a failed post does not make them twice. */
  const madeId = useRef<string | null>(null);

  const makePerson = async (fields: NewFields<'person'>): Promise<Result<unknown>> => {
    if (madeId.current !== null) return update({ id: madeId.current, patch: fields });
    const made = await create({ fields });
    if (made.ok) madeId.current = made.value.id;
    return made;
  };

  const makeAll = async (fields: NewFields<'person'>): Promise<Result<unknown>> => {
    if (organisationId === null || fields.side === 'ours') return makePerson(fields);
    const issues = issuesInNewFields('affiliation', { personId: organisationId, organisationId, jobTitle });
    if (issues.length > 0) {
      setJobTitleError(issues.map(issueInWords)[0]);
      return failed({ code: 'invalid-input', issues });
    }
    const organisation = await choices.makeIfNew(organisationId);
    if (!organisation.ok) return organisation;
    const made = await makePerson(fields);
    if (!made.ok || madeId.current === null) return made;
    return createPost({ fields: { personId: madeId.current, organisationId, jobTitle, isPrimary: true } });
  };

  const form = useRecordForm('person', {
    draft,
    initial: person
      ? formOf('person', person)
      : blankForm('person', {
          side: start.side ?? 'theirs',
          ...(start.name === undefined ? {} : personNameFromText(start.name)),
        }),
    onSubmit: (fields, changed) => (person ? update({ id: person.id, patch: changed }) : makeAll(fields)),
    onSaved: () => {
      if (madeId.current !== null) onCreated?.(madeId.current);
      onClose();
    },
  });

  const isPostTouched = organisationId !== (start.organisationId ?? null) || hasText(jobTitle);
  return {
    form: { ...form, isDirty: form.isDirty || isPostTouched },
    post: person
      ? null
      : {
          choices,
          organisationId,
          setOrganisationId,
          jobTitle,
          setJobTitle: (title) => {
            setJobTitleError(undefined);
            setJobTitle(title);
          },
          jobTitleError,
        },
  };
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isLocalisedText(value: unknown): value is LocalisedText {
  return localisedTextSchema.safeParse(value).success;
}
