import { useCallback, useMemo, useState } from 'react';
import { Alert, Center, Loader } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import type { Subject } from '@shared/ipc/subject';
import { useRequestInAddress } from '../../lib/address';
import { failureInWords } from '../../lib/failure-words';
import { matches } from '../../lib/shortcuts';
import { FindBar } from './find-bar';
import { OtherBlock } from './other-block';
import { OwnBlock } from './own-block';
import classes from './note-editor.module.css';
import { useNoteBlocks } from './use-note-blocks';
import type { ShownBlock } from './use-note-blocks';

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
  const [editors, setEditors] = useState<ReadonlyMap<string, Editor>>(new Map());
  /** What the bar looks for at first; null while it is not there. */
  const [asked, setAsked] = useState<string | null>(null);
  const onFind = useCallback(() => setAsked(''), []);
  // `?find=…`: these words brought the person here.
  useRequestInAddress('find', setAsked);
  const onEditor = useCallback((blockId: string, editor: Editor) => {
    setEditors((known) => new Map(known).set(blockId, editor));
    return () => setEditors((known) => new Map([...known].filter(([, each]) => each !== editor)));
  }, []);
  const ids = blocks?.map(idOf).join(' ') ?? '';
  // The same list as long as the same parts are on the screen, or each save would begin the search anew.
  const inOrder = useMemo(() => ids.split(' ').flatMap((id) => editors.get(id) ?? []), [ids, editors]);
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
  const endFinding = (): void => {
    setAsked(null);
    (last?.kind === 'own' ? editors.get(last.place.blockId) : undefined)?.commands.focus(null, {
      scrollIntoView: false,
    });
  };
  return (
    <div
      className={classes.editor}
      onKeyDown={(event) => {
        if (!matches('mod+f', event.nativeEvent) || event.nativeEvent.isComposing) return;
        event.preventDefault();
        setAsked('');
      }}
    >
      {asked !== null && <FindBar key={asked} editors={inOrder} asked={asked} onClose={endFinding} />}
      {blocks.map((shown) =>
        shown.kind === 'other' ? (
          <OtherBlock key={shown.block.id} noteId={shown.noteId} block={shown.block} onEditor={onEditor} />
        ) : (
          <OwnBlock
            key={shown.place.blockId}
            place={shown.place}
            stored={shown.stored}
            begunAt={blocks.length > 1 ? shown.begunAt : null}
            heardAt={heardAt}
            isFocusedFirst={isFocusedFirst && shown === last && asked === null}
            onFind={onFind}
            onEditor={onEditor}
          />
        ),
      )}
    </div>
  );
}

function idOf(shown: ShownBlock): string {
  return shown.kind === 'own' ? shown.place.blockId : shown.block.id;
}
