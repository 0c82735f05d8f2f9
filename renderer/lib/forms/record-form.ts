import { useCallback, useId, useMemo, useState } from 'react';
import type { ChangeEvent, SyntheticEvent } from 'react';
import { useForm } from '@mantine/form';
import { definitions, issuesInNewFields } from '@shared/domain/records';
import type { NewFields, Patch, RecordOf, RecordType } from '@shared/domain/records';
import type { Issue, Result } from '@shared/result';
import { forgetDraft, recalled, useDraftPart } from '../drafts';
import type { Keepable } from '../drafts';
import { failureInWords, issueInWords } from '../failure-words';
import type { FormValues } from './form-values';

/** What a field of a form is given: spread it on a field of ui/ or on one of Mantine's that answer with a value. */
export interface FieldProps<V> {
  readonly name: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly error: string | undefined;
}

/** The same for a plain text box, whose `onChange` is given an event. */
export interface TextProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  readonly error: string | undefined;
}

type TextKey<T extends RecordType> = {
  [K in keyof FormValues<T>]: FormValues<T>[K] extends string ? K : never;
}[keyof FormValues<T>];

export interface RecordForm<T extends RecordType> {
  readonly values: FormValues<T>;
  readonly set: <K extends keyof FormValues<T>>(name: K, value: FormValues<T>[K]) => void;
  readonly field: <K extends keyof FormValues<T> & string>(name: K) => FieldProps<FormValues<T>[K]>;
  readonly text: (name: TextKey<T> & string) => TextProps;
  /** The words beside the field at a dotted path, or at anything within it. */
  readonly errorAt: (path: string) => string | undefined;
  /** What is wrong with no single field, or why the form could not be saved. */
  readonly formError: string | undefined;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  readonly submit: (event?: SyntheticEvent) => Promise<void>;
  /** The id of the form's element, by which its first wrong field is found. */
  readonly id: string;
  /** It holds input that was kept when Attaché was locked. */
  readonly isRecalled: boolean;
  /** The person throws the input away: it is not kept any more. */
  readonly discard: () => void;
}

interface RecordFormOptions<T extends RecordType> {
  /** The form's own name (`draftOf`), under which unsaved input is kept when Attaché is locked. */
  readonly draft: string;
  /** From `blankForm` or `formOf`. */
  readonly initial: FormValues<T>;
  /** Sends it: all the fields for a new record, or only those that the person changed. */
  readonly onSubmit: (fields: NewFields<T>, changed: Patch<T>) => Promise<Result<unknown>>;
  readonly onSaved?: () => void;
}

const wholeForm = '';
/** The part of a form's draft that its fields are. */
const fieldsPart = 'fields';

/** A form over one kind of record: its rules are the record's own, and every complaint stands beside its field. */
export function useRecordForm<T extends RecordType>(type: T, options: RecordFormOptions<T>): RecordForm<T> {
  const { draft, onSubmit, onSaved } = options;
  const [initial] = useState(options.initial);
  const [before] = useState(() => knownFields(initial, recalled(draft)?.[fieldsPart]));
  const [isSaving, setSaving] = useState(false);
  const id = useId();
  // Mantine's path types cannot follow a form whose fields are a type parameter; the typed doors are below.
  const form = useForm<Record<string, unknown>>({ mode: 'controlled', initialValues: { ...initial, ...before } });
  const { errors, values, setErrors, setFieldValue, clearFieldError } = form;

  const showIssues = useCallback(
    (issues: readonly Issue[]) => {
      const shown: Record<string, string> = {};
      for (const issue of issues) {
        const path = issue.path.replace(/^(fields|patch)\.?/, '');
        const known = Object.hasOwn(initial, path.split('.')[0] ?? '') ? path : wholeForm;
        shown[known] ??= issueInWords(isEmptyAt(values, known) ? { ...issue, code: 'required' } : issue);
      }
      setErrors(shown);
      // The fields learn that they are wrong in this render; the first of them can be focused after it.
      setTimeout(() => focusFirstWrongField(id), 0);
    },
    [id, initial, setErrors, values],
  );

  const errorAt = useCallback(
    (path: string): string | undefined => {
      const at = Object.keys(errors).find((key) => key === path || key.startsWith(`${path}.`));
      const words = at === undefined ? undefined : errors[at];
      return typeof words === 'string' ? words : undefined;
    },
    [errors],
  );

  const setField = (name: string, value: unknown): void => {
    setFieldValue(name, value);
    for (const path of Object.keys(errors)) {
      if (path === name || path.startsWith(`${name}.`) || path === wholeForm) clearFieldError(path);
    }
  };

  const submit = async (event?: SyntheticEvent): Promise<void> => {
    event?.preventDefault();
    if (isSaving) return;
    const issues = issuesInNewFields(type, values);
    if (issues.length > 0) {
      showIssues(issues);
      return;
    }
    setSaving(true);
    try {
      const answer = await onSubmit(values as NewFields<T>, changedFields(initial, values) as Patch<T>);
      if (answer.ok) {
        void forgetDraft(draft);
        onSaved?.();
      } else if (answer.failure.code === 'invalid-input') showIssues(answer.failure.issues);
      else setErrors({ [wholeForm]: failureInWords(answer.failure).message });
    } finally {
      setSaving(false);
    }
  };

  const isDirty = useMemo(() => Object.keys(changedFields(initial, values)).length > 0, [initial, values]);
  // What differs is all that is kept: fields are JSON values already.
  useDraftPart(draft, fieldsPart, () => (isDirty ? (changedFields(initial, values) as Keepable) : undefined));
  const typed = values as FormValues<T>;
  return {
    values: typed,
    set: (name, value) => setField(String(name), value),
    field: (name) => ({
      name,
      value: typed[name],
      onChange: (value) => setField(name, value),
      error: errorAt(name),
    }),
    text: (name) => ({
      name,
      value: asWords(values[name]),
      onChange: (event) => setField(name, event.currentTarget.value),
      error: errorAt(name),
    }),
    errorAt,
    formError: typeof errors[wholeForm] === 'string' ? errors[wholeForm] : undefined,
    isDirty,
    isSaving,
    submit,
    id,
    isRecalled: Object.keys(before).length > 0,
    discard: () => void forgetDraft(draft),
  };
}

/** Of what was kept, the fields that the form still has and that are of the same kind as they were. */
function knownFields(initial: object, before: unknown): Record<string, unknown> {
  if (typeof before !== 'object' || before === null) return {};
  const now = new Map<string, unknown>(Object.entries(initial));
  return Object.fromEntries(
    Object.entries(before).filter(([name, value]) => now.has(name) && isSameKind(now.get(name), value)),
  );
}

function isSameKind(one: unknown, other: unknown): boolean {
  if (one === null || other === null) return true;
  return typeof one === typeof other && Array.isArray(one) === Array.isArray(other);
}

/** A day or time that was left out is missing rather than wrong. */
function isEmptyAt(values: Readonly<Record<string, unknown>>, name: string): boolean {
  return Object.hasOwn(values, name) && values[name] === null;
}

function asWords(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function changedFields(from: object, to: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const before = new Map(Object.entries(from));
  return Object.fromEntries(
    Object.entries(to).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name))),
  );
}

function focusFirstWrongField(formId: string): void {
  document.getElementById(formId)?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

/** What a form for a new record starts with: the record's blank values and what is given here. */
export function blankForm<T extends RecordType>(
  type: T,
  given: Partial<FormValues<T>> & Pick<FormValues<T>, NeededKeys<T>>,
): FormValues<T> {
  // The blank values and those that have none make the whole together, which Pick above makes sure of.
  return { ...definitions[type].blank, classification: 'unclassified', ...given } as FormValues<T>;
}

type NeededKeys<T extends RecordType> = Exclude<
  keyof FormValues<T>,
  keyof (typeof definitions)[T]['blank'] | 'classification'
>;

/** What a form that changes a record starts with: the record's own fields, without what the store adds. */
export function formOf<T extends RecordType>(type: T, record: RecordOf<T>): FormValues<T> {
  const names = [...Object.keys(definitions[type].fields), 'classification'];
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name))) as FormValues<T>;
}
