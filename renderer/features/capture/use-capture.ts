import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@shared/domain/meeting/schema';
import { readOneLine } from '@shared/domain/person/one-line';
import { displayName } from '@shared/domain/person/rules';
import { organisationNames, similarPeople } from '@shared/domain/person/similar';
import { issuesOf } from '@shared/domain/record';
import { capturedFieldsSchema } from '@shared/ipc/meeting-channels';
import { useDirectory } from '../../lib/directory';
import { draftOf, forgetDraft, useKeptState } from '../../lib/drafts';
import { failureInWords, issueInWords } from '../../lib/failure-words';
import { useFormat } from '../../lib/format';
import { useAsk, useDo } from '../../lib/ipc';
import { useCalledSo } from '../../lib/names-found';
import { notifyUndoable } from '../../lib/notices';
import { captureFields, entriesOf, fieldsOf, textsOf } from './fields';
import type { CaptureField, CaptureTexts } from './fields';
import { kept } from './kept';
import { useCards } from './use-cards';

const draftKey = draftOf('person', 'new', 'capture');
const isText = (value: unknown): value is string => typeof value === 'string';
const isEdits = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every(isText);

/** Whether the organisation that was typed is known; `none` when there is none. */
export type OrganisationState =
  { readonly kind: 'none' } | { readonly kind: 'new' } | { readonly kind: 'known'; readonly name: string };

/** The choice to make somebody new although there is somebody similar. */
export const somebodyNew = 'new';

const mostSimilar = 5;

/** One line, what is understood of it, and how it is written down. */
export function useCapture(meeting: Meeting | undefined, onClose: () => void) {
  const { t } = useTranslation(['capture', 'terms']);
  const { form } = useFormat();
  const { people, organisations, organisationName } = useDirectory();
  const [line, setLine] = useKeptState(draftKey, 'line', kept.line, isText);
  const [edits, setEdits] = useKeptState<Record<string, string>>(draftKey, 'edits', kept.edits, isEdits);
  const [chosen, setChosen] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [newId] = useState(() => crypto.randomUUID());
  const cards = useCards();
  const { run } = useDo('people:capture', { isInForm: true });

  const names = useMemo(() => organisationNames(organisations), [organisations]);
  const [onlyOrganisation, another] = meeting?.organisationIds ?? [];
  const ofMeeting = another === undefined ? organisationName(onlyOrganisation) : '';
  const deferred = useDeferredValue(line);
  const read = useMemo(() => readOneLine(deferred, (name) => names.find(name) !== undefined), [deferred, names]);
  const isBlank = line.trim() === '' && Object.keys(edits).length === 0;
  // Whoever is met is of the organisation that is met, unless the line says another.
  const understood = { ...textsOf(read), ...(read.organisation === '' && !isBlank ? { organisation: ofMeeting } : {}) };
  const texts: CaptureTexts = { ...understood, ...edits };

  const organisationId = names.find(texts.organisation);
  const affiliations = useAsk('affiliations:list', {}).data;
  const { chineseName, latinName, phones, emails, wechatId } = texts;
  const { similar, likeliest } = useSimilar(chineseName, latinName, phones, emails, wechatId);
  // A number says who it is; a name alone does so only where nothing speaks against it.
  const posts = (affiliations ?? []).filter(({ personId }) => personId === likeliest?.person.id);
  const isElsewhere =
    posts.length > 0 && texts.organisation !== '' && !posts.some((post) => post.organisationId === organisationId);
  const isSure =
    likeliest !== undefined && (likeliest.by !== 'name' || (likeliest.person.side === 'theirs' && !isElsewhere));
  const usual = similar.length === 0 ? null : isSure ? likeliest.person.id : somebodyNew;
  const choice = similar.some(({ person }) => person.id === chosen) || chosen === somebodyNew ? chosen : usual;
  const organisation: OrganisationState =
    texts.organisation.trim() === ''
      ? { kind: 'none' }
      : organisationId === undefined
        ? { kind: 'new' }
        : { kind: 'known', name: organisationName(organisationId) };

  const remember = (nextLine: string, nextEdits: Record<string, string>): void => {
    kept.line = nextLine;
    kept.edits = nextEdits;
    setError(null);
  };
  const save = async (): Promise<void> => {
    if (isSaving) return;
    // What is on the screen may be a keystroke behind the line.
    const now: CaptureTexts = {
      ...textsOf(readOneLine(line, (name) => names.find(name) !== undefined)),
      ...(texts.organisation === '' ? {} : { organisation: texts.organisation }),
      ...edits,
    };
    const parsed = capturedFieldsSchema.safeParse(fieldsOf(now));
    if (!parsed.success) {
      const [issue] = issuesOf(parsed.error);
      const field = captureFields.find((each) => issue?.path.split('.')[0] === each);
      if (issue && field)
        setError(t('capture:wrongField', { field: t(`capture:field.${field}`), why: issueInWords(issue) }));
      return;
    }
    if (parsed.data.chineseName === '' && parsed.data.latinName === '') {
      setError(t('capture:nameNeeded'));
      return;
    }
    setSaving(true);
    const knownId = choice === null || choice === somebodyNew ? null : choice;
    const personId = knownId ?? newId;
    const answer = await run({
      personId,
      isKnown: knownId !== null,
      meetingId: meeting?.id ?? null,
      fields: parsed.data,
    });
    if (!answer.ok) {
      setSaving(false);
      setError(failureInWords(answer.failure).message);
      return;
    }
    await cards.attach(personId);
    remember('', {});
    void forgetDraft(draftKey);
    const known = people.find(({ id }) => id === knownId);
    const name = known ? displayName(known, form) : parsed.data.chineseName || parsed.data.latinName;
    onClose();
    notifyUndoable(t(meeting ? 'capture:savedAtMeeting' : 'capture:saved', { name }), {
      type: 'person',
      id: personId,
    });
  };

  return {
    line,
    setLine: (next: string) => {
      setLine(next);
      remember(next, edits);
    },
    texts,
    setText: (field: CaptureField, text: string) => {
      const next = { ...edits, [field]: text };
      setEdits(next);
      remember(line, next);
    },
    isOfMeeting: read.organisation === '' && edits['organisation'] === undefined && texts.organisation !== '',
    organisation,
    similar,
    choice,
    choose: setChosen,
    cards,
    error,
    isSaving,
    save,
  };
}

/** Looked for again only when one of these texts has changed: everybody who is known is gone through. */
function useSimilar(chineseName: string, latinName: string, phones: string, emails: string, wechatId: string) {
  const { people } = useDirectory();
  // A single word is no name to know somebody by.
  const inChinese = useCalledSo('person', [...chineseName.trim()].length > 1 ? chineseName : '');
  const inLatin = useCalledSo('person', /\s/.test(latinName.trim()) ? latinName : '');
  const calledSo = [...inChinese, ...inLatin].join(' ');
  return useMemo(() => {
    const said = { chineseName, latinName, phones: entriesOf(phones), emails: entriesOf(emails), wechatId };
    const written = similarPeople(said, people);
    const known = new Set(written.map(({ person }) => person.id));
    const found = new Set(calledSo.split(' '));
    const heard = people.filter(({ id }) => found.has(id) && !known.has(id));
    const similar = [...written, ...heard.map((person) => ({ person, by: 'name' as const }))].slice(0, mostSimilar);
    // Whose name only sounds so is offered, and never taken without being chosen.
    return { similar, likeliest: written[0] };
  }, [chineseName, latinName, phones, emails, wechatId, people, calledSo]);
}

export type Capture = ReturnType<typeof useCapture>;
