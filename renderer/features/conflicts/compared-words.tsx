import { useMemo } from 'react';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { differencesBetween } from '../../lib/differences';
import type { Piece } from '../../lib/differences';
import classes from './conflicts.module.css';

interface ComparedWordsProps {
  readonly left: string;
  readonly right: string;
  /** Words of which some may be the same: then only those that differ are marked. */
  readonly isText: boolean;
}

/** Two texts as two columns hold them, with the words marked that only one of them has. */
export function useComparedWords({ left, right, isText }: ComparedWordsProps) {
  const pieces = useMemo<readonly Piece[] | null>(
    () => (isText ? differencesBetween(left, right) : null),
    [left, right, isText],
  );
  return [
    <Words key="left" text={left} pieces={pieces?.filter(({ kind }) => kind !== 'added') ?? null} />,
    <Words key="right" text={right} pieces={pieces?.filter(({ kind }) => kind !== 'removed') ?? null} />,
  ] as const;
}

function Words({ text, pieces }: { readonly text: string; readonly pieces: readonly Piece[] | null }) {
  const { t } = useTranslation('conflicts');
  if (pieces === null) return text;
  return pieces.map((piece, at) =>
    piece.kind === 'same' || piece.text.trim() === '' ? (
      piece.text
    ) : (
      <mark key={at} className={classes.word}>
        <VisuallyHidden>{t('point.marked')} </VisuallyHidden>
        {piece.text}
      </mark>
    ),
  );
}
