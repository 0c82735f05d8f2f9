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
