import { useEffect, useRef } from 'react';
import { appEventSchema } from '@shared/ipc/events';
import type { AppEvent } from '@shared/ipc/events';

type Listener = (event: AppEvent) => void;

const listeners = new Set<Listener>();
let stopListening: (() => void) | undefined;

/** Hears what main tells the window; one wire serves all listeners. The answer ends it. */
export function listenToMain(listener: Listener): () => void {
  listeners.add(listener);
  stopListening ??= window.attache.listen((message) => {
    const event = appEventSchema.safeParse(message);
    if (!event.success) return;
    for (const each of [...listeners]) each(event.data);
  });
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stopListening?.();
    stopListening = undefined;
  };
}

type EventOf<K extends AppEvent['kind']> = Extract<AppEvent, { kind: K }>;

/** Runs the handler for each event of one kind while the component is shown. */
export function useAppEvent<K extends AppEvent['kind']>(kind: K, handler: (event: EventOf<K>) => void): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(
    () =>
      listenToMain((event) => {
        if (isOfKind(event, kind)) latest.current(event);
      }),
    [kind],
  );
}

function isOfKind<K extends AppEvent['kind']>(event: AppEvent, kind: K): event is EventOf<K> {
  return event.kind === kind;
}
