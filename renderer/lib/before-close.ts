import { useEffect, useRef } from 'react';

type Writer = () => Promise<void> | void;

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

/** Lets everybody write; one that fails does not keep the others from it. */
export async function writeAllBeforeClose(): Promise<void> {
  await Promise.allSettled([...writers].map(async (writer) => writer()));
}
