import { useEffect, useRef, useState } from 'react';
import { instantOf } from '@shared/dates';
import type { Draft, KeptDraft } from '@shared/ipc/vault-channels';
import { request } from './ipc/client';

/** What a form may keep: anything that JSON can say. */
export type Keepable = Draft['values'][string];
type Parts = Map<string, () => Keepable | undefined>;

/** What main kept of forms that were open when Attaché was locked, by the form's name. */
const kept = new Map<string, KeptDraft>();
/** The forms on the screen, and how to ask each part of one what it holds that is not saved. */
const shown = new Map<string, Parts>();
const watchers = new Set<() => void>();
let snapshot: readonly KeptDraft[] = [];

function renew(): void {
  snapshot = [...kept.values()];
  for (const watcher of watchers) watcher();
}

export const keptDrafts = {
  /** The same list until something changes. */
  snapshot: (): readonly KeptDraft[] => snapshot,
  subscribe: (watcher: () => void): (() => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
};

/** The name of a form: what it is about, so that the same form is known again. The first part is the kind of record. */
export function draftOf(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined).join('/');
}

/** Takes in what was kept when the window is opened or unlocked. */
export function recallDrafts(drafts: readonly KeptDraft[]): void {
  kept.clear();
  for (const draft of drafts) kept.set(draft.key, draft);
  renew();
}

/** What was kept of a form, or of one part of it. */
export function recalled(key: string): Draft['values'] | undefined {
  return kept.get(key)?.values;
}

/** A form was saved, or its input thrown away: what was kept of it goes. */
export async function forgetDraft(key: string): Promise<void> {
  if (!kept.delete(key)) return;
  renew();
  // One that stays on the disk would only be offered once more.
  await request('drafts:keep', { place: '/', drafts: [{ key, values: null }] });
}

/** Registers a part of a form that is on the screen; it says nothing (`undefined`) while there is nothing unsaved. */
export function useDraftPart(key: string, part: string, collect: () => Keepable | undefined): void {
  const latest = useRef(collect);
  useEffect(() => {
    latest.current = collect;
  });
  useEffect(() => {
    const parts = shown.get(key) ?? new Map<string, () => Keepable | undefined>();
    const ask = (): Keepable | undefined => latest.current();
    parts.set(part, ask);
    shown.set(key, parts);
    return () => {
      if (parts.get(part) === ask) parts.delete(part);
      if (parts.size === 0 && shown.get(key) === parts) shown.delete(key);
    };
  }, [key, part]);
}

/** State of a form beside its fields, which is kept and given back with them. */
export function useKeptState<T extends Keepable>(
  key: string,
  part: string,
  initial: T,
  isKnown: (value: unknown) => value is T,
): [T, (value: T) => void] {
  const [first] = useState(initial);
  const [value, setValue] = useState<T>(() => {
    const before = recalled(key)?.[part];
    return before !== undefined && isKnown(before) ? before : initial;
  });
  useDraftPart(key, part, () => (JSON.stringify(value) === JSON.stringify(first) ? undefined : value));
  return [value, setValue];
}

/** Hands all unsaved input to main, which keeps it until its form is saved; answers whether it is on the disk. */
export async function handOverDrafts(place: string): Promise<boolean> {
  const drafts = [...shown].map(([key, parts]) => {
    const values = Object.fromEntries(
      [...parts].flatMap(([part, collect]): [string, Keepable][] => {
        const value = collect();
        return value === undefined ? [] : [[part, value]];
      }),
    );
    return { key, values: Object.keys(values).length === 0 ? null : values };
  });
  if (drafts.length === 0) return true;
  if (!(await request('drafts:keep', { place, drafts })).ok) return false;
  for (const { key, values } of drafts) {
    if (values === null) kept.delete(key);
    else kept.set(key, { key, values, place, keptAt: instantOf(Date.now()) });
  }
  renew();
  return true;
}
