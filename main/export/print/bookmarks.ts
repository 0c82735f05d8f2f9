import { PDFDict, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { destinationsOf } from './destinations';

/** A line among the bookmarks: where it leads, by the place's id, and how deep it stands, from 1. */
export interface Bookmark {
  readonly id: string;
  readonly title: string;
  readonly level: number;
}

interface Line {
  readonly bookmark: Bookmark;
  readonly ref: PDFRef;
  readonly children: Line[];
}

/**
 * Writes the bookmarks that programs show beside the pages, as ISO 32000-1, 12.3.3 has it. A file that has some already,
 * because the printing program wrote them, keeps those; one that leads to no page of the file is passed over.
 */
export function addBookmarks(pdf: PDFDocument, bookmarks: readonly Bookmark[]): void {
  if (pdf.catalog.has(PDFName.of('Outlines'))) return;
  const destinations = destinationsOf(pdf);
  const known = bookmarks.filter(({ id }) => destinations.has(id));
  if (known.length === 0) return;
  const root = pdf.context.nextRef();
  const top = nested(known, () => pdf.context.nextRef());
  const write = (line: Line, parent: PDFRef, before: Line | undefined, after: Line | undefined): void => {
    const entry = PDFDict.withContext(pdf.context);
    entry.set(PDFName.of('Title'), PDFHexString.fromText(line.bookmark.title));
    entry.set(PDFName.of('Parent'), parent);
    const destination = destinations.get(line.bookmark.id);
    if (destination !== undefined) entry.set(PDFName.of('Dest'), destination);
    if (before !== undefined) entry.set(PDFName.of('Prev'), before.ref);
    if (after !== undefined) entry.set(PDFName.of('Next'), after.ref);
    pdf.context.assign(line.ref, entry);
    // A negative count: the lines below are folded away at first.
    writeChildren(entry, line.ref, line.children, -1);
  };
  const writeChildren = (entry: PDFDict, ref: PDFRef, children: readonly Line[], sign: 1 | -1): void => {
    const [first, last] = [children[0], children.at(-1)];
    if (first === undefined || last === undefined) return;
    entry.set(PDFName.of('First'), first.ref);
    entry.set(PDFName.of('Last'), last.ref);
    entry.set(PDFName.of('Count'), PDFNumber.of(sign * children.length));
    children.forEach((child, index) => {
      write(child, ref, children[index - 1], children[index + 1]);
    });
  };
  const outlines = PDFDict.withContext(pdf.context);
  outlines.set(PDFName.of('Type'), PDFName.of('Outlines'));
  pdf.context.assign(root, outlines);
  writeChildren(outlines, root, top, 1);
  pdf.catalog.set(PDFName.of('Outlines'), root);
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

/** Each line under the last one before it that stands less deep. */
function nested(bookmarks: readonly Bookmark[], newRef: () => PDFRef): Line[] {
  const top: Line[] = [];
  const open: Line[] = [];
  for (const bookmark of bookmarks) {
    while (open.length > 0 && (open.at(-1)?.bookmark.level ?? 0) >= bookmark.level) open.pop();
    const line: Line = { bookmark, ref: newRef(), children: [] };
    (open.at(-1)?.children ?? top).push(line);
    open.push(line);
  }
  return top;
}
