import type { ConflictLook, ConflictSide } from '@shared/ipc/sync-channels';

/** One of the two columns. */
export interface Column {
  readonly which: 'one' | 'other';
  readonly side: ConflictSide;
  /** How it is called: by whose it is when exactly one of the two is one's own, else by where it stands. */
  readonly name: 'mine' | 'theirs' | 'left' | 'right';
}

/** Both columns; what is one's own stands at the left. */
export function columnsOf({ one, other }: Pick<ConflictLook, 'one' | 'other'>): readonly [left: Column, right: Column] {
  const isTold = one.isMine !== other.isMine;
  const isSwapped = isTold && other.isMine;
  const left = isSwapped ? ({ which: 'other', side: other } as const) : ({ which: 'one', side: one } as const);
  const right = isSwapped ? ({ which: 'one', side: one } as const) : ({ which: 'other', side: other } as const);
  return [
    { ...left, name: isTold ? 'mine' : 'left' },
    { ...right, name: isTold ? 'theirs' : 'right' },
  ];
}
