import { useMemo } from 'react';
import { Loader, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { withLabels } from '@shared/domain/note/marks';
import type { MarkedLine } from '@shared/domain/note/marks';
import type { NoteBlock } from '@shared/domain/note/schema';
import { withoutReferences } from '@shared/markdown/plain-words';
import { differencesBetween } from '../../lib/differences';
import type { Piece } from '../../lib/differences';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';
import classes from './note-history.module.css';

/** `now`: what was changed since that version. `before`: what was changed from the version before it to that one. */
export type ComparedWith = 'now' | 'before';

interface VersionDifferencesProps {
  readonly noteId: string;
  readonly versionId: string;
  readonly beforeId: string | null;
  readonly comparedWith: ComparedWith;
}

/** The words of a note with what was added and removed; underlined and struck out, so that no colour is needed to see it. */
export function VersionDifferences({ noteId, versionId, beforeId, comparedWith }: VersionDifferencesProps) {
  const { t } = useTranslation(['note-history', 'notes']);
  const version = useAsk('notes:version', { id: versionId }).data;
  const note = useAsk('notes:get', { id: noteId }).data;
  const isWithNow = comparedWith === 'now';
  const before = useAsk('notes:version', { id: beforeId ?? '' }, { enabled: !isWithNow && beforeId !== null }).data;
  const [from, to] = isWithNow
    ? [version?.blocks, note?.blocks]
    : [beforeId === null ? noBlocks : before?.blocks, version?.blocks];
  const compared = useMemo(() => {
    // The signs of markers and the anchors of follow-ups are how a note is kept, not what it says.
    const labelOf = ({ marker, isSensitive }: MarkedLine): string => {
      const names = [isSensitive ? t('notes:signs.sensitive') : '', marker === null ? '' : t(`notes:signs.${marker}`)];
      return `${names.filter((name) => name !== '').join(' · ')}:`;
    };
    return from && to ? blocksCompared(from, to, (markdown) => withoutReferences(withLabels(markdown, labelOf))) : null;
  }, [from, to, t]);

  if (compared === null) return <Loader />;
  const isSame = compared.every(({ pieces }) => pieces.every(({ kind }) => kind === 'same'));
  return (
    <div className={classes.words} tabIndex={0} role="region" aria-label={t('note-history:differences')}>
      {isSame && (
        <Text size="sm" c="dimmed" role="status" mb="xs">
          {t('note-history:nothingChanged')}
        </Text>
      )}
      {compared.map(({ block, pieces }) => (
        <BlockDifferences key={block.id} block={block} pieces={pieces} isNamed={compared.length > 1} />
      ))}
    </div>
  );
}

const noBlocks: readonly NoteBlock[] = [];

interface ComparedBlock {
  readonly block: NoteBlock;
  readonly pieces: readonly Piece[];
}

/** Each block that stands in either, in the order in which they were begun. */
function blocksCompared(
  from: readonly NoteBlock[],
  to: readonly NoteBlock[],
  readable: (markdown: string) => string,
): ComparedBlock[] {
  const textsBefore = new Map(from.map((block) => [block.id, block.markdown]));
  const textsAfter = new Map(to.map((block) => [block.id, block.markdown]));
  const all = new Map([...from, ...to].map((block) => [block.id, block]));
  return [...all.values()]
    .sort((one, other) => one.begunAt.localeCompare(other.begunAt))
    .map((block) => ({
      block,
      pieces: differencesBetween(readable(textsBefore.get(block.id) ?? ''), readable(textsAfter.get(block.id) ?? '')),
    }))
    .filter(({ pieces }) => pieces.length > 0);
}

interface BlockDifferencesProps extends ComparedBlock {
  readonly isNamed: boolean;
}

function BlockDifferences({ block, pieces, isNamed }: BlockDifferencesProps) {
  const { moment } = useFormat();
  const { personName } = useDirectory();
  return (
    <article className={classes.block}>
      {isNamed && (
        <header className={classes.author}>
          <b>{personName(block.authorId)}</b> <time dateTime={block.begunAt}>{moment(block.begunAt)}</time>
        </header>
      )}
      {pieces.map((piece, at) => (
        <Words key={at} piece={piece} />
      ))}
    </article>
  );
}

function Words({ piece: { kind, text } }: { readonly piece: Piece }) {
  const { t } = useTranslation('note-history');
  if (kind === 'same') return text;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark className={classes[kind]}>
      <VisuallyHidden>{t(kind)} </VisuallyHidden>
      {text}
    </Mark>
  );
}
