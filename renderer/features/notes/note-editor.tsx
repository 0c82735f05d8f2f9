import { Alert, Center, Loader } from '@mantine/core';
import type { Subject } from '@shared/ipc/subject';
import { failureInWords } from '../../lib/failure-words';
import { OtherBlock } from './other-block';
import { OwnBlock } from './own-block';
import classes from './note-editor.module.css';
import { useNoteBlocks } from './use-note-blocks';

interface NoteEditorProps {
  readonly subject: Subject;
  /** The page was opened to write: the caret stands at the end of one's own words. */
  readonly isFocusedFirst?: boolean;
}

/** The notes of a meeting, organisation, person or trip: everybody's words in order, one's own to write on. */
export function NoteEditor({ subject, isFocusedFirst = false }: NoteEditorProps) {
  // Another subject is another editor: nothing typed for one may reach the other.
  return <Blocks key={`${subject.type}:${subject.id}`} subject={subject} isFocusedFirst={isFocusedFirst} />;
}

function Blocks({ subject, isFocusedFirst = false }: NoteEditorProps) {
  const { blocks, heardAt, error } = useNoteBlocks(subject);
  if (error) {
    const { title, message } = failureInWords(error.failure);
    return (
      <Alert color="cinnabar" variant="light" title={title}>
        {message}
      </Alert>
    );
  }
  if (blocks === undefined) {
    return (
      <Center py="lg">
        <Loader />
      </Center>
    );
  }
  const last = blocks.findLast(({ kind }) => kind === 'own');
  return (
    <div className={classes.editor}>
      {blocks.map((shown) =>
        shown.kind === 'other' ? (
          <OtherBlock key={shown.block.id} block={shown.block} />
        ) : (
          <OwnBlock
            key={shown.place.blockId}
            place={shown.place}
            stored={shown.stored}
            begunAt={blocks.length > 1 ? shown.begunAt : null}
            heardAt={heardAt}
            isFocusedFirst={isFocusedFirst && shown === last}
          />
        ),
      )}
    </div>
  );
}
