import type { Attachment } from '@shared/domain/attachment/schema';

/** Files as they are to be shown, and printed. */
export function inOrder(files: readonly Attachment[]): Attachment[] {
  return [...files].sort((a, b) => a.position - b.position || a.createdAt.localeCompare(b.createdAt));
}

/** Files by when they were taken; what does not tell goes by when it was added, after the others. */
export function inOrderOfTime(files: readonly Attachment[]): Attachment[] {
  const rank = ({ takenAt }: Attachment): number => (takenAt === null ? 1 : 0);
  return [...files].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.takenAt ?? a.createdAt).localeCompare(b.takenAt ?? b.createdAt) ||
      a.name.localeCompare(b.name, undefined, { numeric: true }),
  );
}

/**
 * A position between two neighbours, so that one record changes and one Undo takes it back; null when there is no number
 * left between them, and all must be numbered anew. `others` are the files without the one that moves.
 */
export function placeAt(others: readonly Attachment[], index: number): number | null {
  const before = others[index - 1]?.position;
  const after = others[index]?.position;
  if (before === undefined) return after === undefined ? 1 : after - 1;
  if (after === undefined) return before + 1;
  const middle = (before + after) / 2;
  return middle > before && middle < after ? middle : null;
}
