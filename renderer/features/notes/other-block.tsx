import { useTranslation } from 'react-i18next';
import type { NoteBlock } from '@shared/domain/note/schema';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import classes from './note-editor.module.css';

/** What somebody else wrote: it can be read and copied. */
export function OtherBlock({ block }: { readonly block: NoteBlock }) {
  const { t } = useTranslation('notes');
  const { moment } = useFormat();
  const { personName } = useDirectory();
  const author = personName(block.authorId);
  return (
    <article className={classes.other} aria-label={t('byAuthor', { author })}>
      <header className={classes.author}>
        <b>{author}</b> <time dateTime={block.begunAt}>{moment(block.begunAt)}</time>
      </header>
      <p className={classes.words}>{block.markdown}</p>
    </article>
  );
}
