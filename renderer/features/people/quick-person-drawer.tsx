import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { PersonForm } from './person-form';
import type { NewPersonStart } from './use-person-form';

interface QuickPersonDrawerProps {
  readonly start?: NewPersonStart;
  readonly onClose: () => void;
  readonly onCreated?: (personId: string) => void;
}

/** A new person with their organisation in one drawer: name, title, an organisation chosen or new, phone. */
export function QuickPersonDrawer({ start, onClose, onCreated }: QuickPersonDrawerProps) {
  return <PersonForm {...(start ? { start } : {})} onClose={onClose} onCreated={onCreated} />;
}

interface QuickPerson {
  /** Opens the drawer and answers with the new person's id; null when it was closed without one. */
  readonly ask: (start?: NewPersonStart) => Promise<string | null>;
  /** Rendered by the screen that asks; not within another form. */
  readonly drawer: ReactNode;
}

/** Asks for a new person from any screen: `onCreate={(name) => quick.ask({ name })}` on a select, and `{quick.drawer}`. */
export function useQuickPerson(): QuickPerson {
  const [start, setStart] = useState<NewPersonStart | null>(null);
  const answer = useRef<((personId: string | null) => void) | null>(null);
  const settle = (personId: string | null): void => {
    answer.current?.(personId);
    answer.current = null;
  };
  return {
    ask: (wanted = {}) =>
      new Promise((resolve) => {
        settle(null);
        answer.current = resolve;
        setStart(wanted);
      }),
    drawer: start !== null && (
      <QuickPersonDrawer
        start={start}
        onCreated={settle}
        onClose={() => {
          setStart(null);
          settle(null);
        }}
      />
    ),
  };
}
