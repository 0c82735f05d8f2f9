import { useEffect, useRef } from 'react';

/** Answers false, or rejects, when something could not be written. */
type Writer = () => Promise<boolean>;

const writers = new Set<Writer>();

/** Registers something that still has to be written when the window closes. The answer takes it back. */
export function beforeClose(writer: Writer): () => void {
  writers.add(writer);
  return () => writers.delete(writer);
}

/** The same for a component: `writer` runs when the window closes while the component is shown. */
export function useBeforeClose(writer: Writer): void {
  const latest = useRef(writer);
  useEffect(() => {
    latest.current = writer;
  });
  useEffect(() => beforeClose(() => latest.current()), []);
}

type Guard = () => boolean;

const guards = new Set<Guard>();

/** For a form with unsaved input: asked when the window closes, it answers whether it wants the window kept open. */
export function useCloseGuard(guard: Guard): void {
  const latest = useRef(guard);
  useEffect(() => {
    latest.current = guard;
  });
  useEffect(() => {
    const ask = (): boolean => latest.current();
    guards.add(ask);
    return () => {
      guards.delete(ask);
    };
  }, []);
}

export function isKeptOpen(): boolean {
  return [...guards].some((guard) => guard());
}

/** Lets everybody write, and says whether everything is on the disk; one that fails does not keep the others from it. */
export async function writeAllBeforeClose(): Promise<boolean> {
  const written = await Promise.allSettled([...writers].map(async (writer) => writer()));
  return written.every((each) => each.status === 'fulfilled' && each.value);
}
