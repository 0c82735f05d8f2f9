import type { Subject } from '@shared/ipc/app-channels';

interface NoteEditorProps {
  readonly subject: Subject;
}

/** The notes of a meeting, organisation, person or trip: everybody's words in order, one's own to write on. */
export function NoteEditor({ subject }: NoteEditorProps) {
  return <div data-subject={subject.id} />;
}
