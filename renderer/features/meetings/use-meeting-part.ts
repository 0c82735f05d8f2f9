import { useCallback, useMemo, useState } from 'react';
import type { ChangeEvent } from 'react';
import type { Meeting } from '@shared/domain/meeting/schema';
import type { Patch } from '@shared/domain/records';
import { Autosave, useAutosave } from '../../lib/autosave';
import type { SavingState } from '../../lib/autosave';
import { issueInWords } from '../../lib/failure-words';
import type { FieldProps, FormValues } from '../../lib/forms';
import { request } from '../../lib/ipc';

type Values = FormValues<'meeting'>;
type TextName<K extends keyof Values> = { [N in K]: Values[N] extends string ? N : never }[K];

interface TextAreaProps {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (event: ChangeEvent<HTMLTextAreaElement>) => void;
  readonly onCompositionStart: () => void;
  readonly onCompositionEnd: () => void;
}

export interface MeetingPart<K extends keyof Values> {
  readonly saving: SavingState;
  readonly values: Pick<Values, K>;
  readonly field: <N extends K>(name: N) => FieldProps<Values[N]>;
  readonly text: (name: TextName<K>) => TextAreaProps;
}

/**
 * Fields of a meeting that are written together, as they are changed: one alone, or several whose rules look at each
 * other. `names` is a constant of its module.
 */
export function useMeetingPart<K extends keyof Values>(
  meeting: Meeting,
  names: readonly K[],
  heardAt: number,
): MeetingPart<K> {
  const { id } = meeting;
  const stored = useMemo(() => {
    const whole: Values = meeting;
    return Object.fromEntries(names.map((name) => [name, whole[name]])) as Pick<Values, K>;
  }, [meeting, names]);
  const [autosave] = useState(
    () =>
      new Autosave<Pick<Values, K>>({
        stored,
        // A day that is missing is refused by main, beside its field.
        write: (values) => request('meetings:update', { id, patch: values as Patch<'meeting'> }),
        isSame: (one, other) => JSON.stringify(one) === JSON.stringify(other),
      }),
  );
  const { value: values, saving } = useAutosave(autosave, stored, heardAt);

  const set = useCallback(
    (name: K, value: Values[K]) => autosave.type({ ...autosave.snapshot().value, [name]: value }),
    [autosave],
  );
  const errorAt = (name: string): string | undefined => {
    if (saving.kind !== 'failed' || saving.failure.code !== 'invalid-input') return undefined;
    const issue = saving.failure.issues.find(({ path }) => path.split('.').includes(name));
    return issue && issueInWords(issue);
  };
  return {
    saving,
    values,
    field: (name) => ({
      name,
      value: values[name],
      onChange: (value) => set(name, value),
      error: errorAt(name),
    }),
    text: (name) => ({
      name,
      value: textAt(values, name),
      error: errorAt(name),
      onChange: (event) => set(name, event.currentTarget.value as Values[K]),
      onCompositionStart: () => autosave.compose(true),
      onCompositionEnd: () => autosave.compose(false),
    }),
  };
}

/** How far the writing of several parts is together: what failed before what is under way before the last that was saved. */
export function together(states: readonly SavingState[]): SavingState {
  const failed = states.find(({ kind }) => kind === 'failed');
  const saving = states.find(({ kind }) => kind === 'saving');
  const times = states.flatMap((state) => (state.kind === 'saved' && state.at !== undefined ? [state.at] : []));
  const at = times.sort().at(-1);
  return failed ?? saving ?? (at === undefined ? { kind: 'saved' } : { kind: 'saved', at });
}

function textAt<K extends keyof Values>(values: Pick<Values, K>, name: K): string {
  const value: unknown = values[name];
  return typeof value === 'string' ? value : '';
}
