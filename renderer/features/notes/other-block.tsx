import { memo, useEffect, useState } from 'react';
import { Editor } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { useTranslation } from 'react-i18next';
import type { NoteBlock } from '@shared/domain/note/schema';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { MarkedParagraph, noteParts } from './document/extensions';
import { Find } from './document/find';
import { readMarkdown } from './markdown/read';
import classes from './note-editor.module.css';
import colours from './signs.module.css';
import { useFollowUpRecords } from './use-follow-up-records';
import { useSignLabels } from './use-sign-labels';

interface OtherBlockProps {
  readonly noteId: string;
  readonly block: NoteBlock;
  readonly onEditor: (blockId: string, editor: Editor) => () => void;
}

/** What somebody else wrote: it can be read and copied, and its follow-ups ticked. */
export const OtherBlock = memo(
  function OtherBlock({ noteId, block, onEditor }: OtherBlockProps) {
    const { t } = useTranslation('notes');
    const { moment } = useFormat();
    const { personName } = useDirectory();
    const labels = useSignLabels();
    const records = useFollowUpRecords(noteId);
    const [element, place] = useState<HTMLElement | null>(null);
    const [first] = useState({ labels, records });
    const { id, markdown } = block;
    useEffect(() => {
      if (element === null) return undefined;
      const extensions = [...noteParts, MarkedParagraph.configure(first), Find];
      const editor = new Editor({
        element,
        extensions,
        editable: false,
        editorProps: { attributes: { role: 'document' } },
      });
      const { schema, plugins } = editor.state;
      editor.view.updateState(EditorState.create({ doc: readMarkdown(schema, markdown), plugins: [...plugins] }));
      const takeBack = onEditor(id, editor);
      return () => {
        takeBack();
        editor.destroy();
      };
    }, [element, markdown, first, onEditor, id]);
    const author = personName(block.authorId);
    return (
      <article className={classes.other} aria-label={t('byAuthor', { author })}>
        <header className={classes.author}>
          <b>{author}</b> <time dateTime={block.begunAt}>{moment(block.begunAt)}</time>
        </header>
        <div ref={place} className={`${classes.words} ${colours.signs}`} />
      </article>
    );
  },
  (one, other) =>
    one.noteId === other.noteId &&
    one.onEditor === other.onEditor &&
    one.block.id === other.block.id &&
    one.block.authorId === other.block.authorId &&
    one.block.markdown === other.block.markdown,
);
