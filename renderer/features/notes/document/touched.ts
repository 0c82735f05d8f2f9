import type { Node } from '@tiptap/pm/model';

/** The part of a document that an edit has changed; null when nothing has. What both have in common is not looked at. */
export function touchedRange(before: Node, after: Node): { readonly from: number; readonly to: number } | null {
  const from = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  if (from === null || end === null) return null;
  // A doubled block is alike from both ends: the ends then overlap by as much as was put in.
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  return { from, to: Math.min(after.content.size, end.b + overlap) };
}
