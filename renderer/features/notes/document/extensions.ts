import type { Extensions } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { Table, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { InOrder } from './in-order';
import { MarkedParagraph } from './marked-paragraph';
import { Code, LineCell, LineHeader, Link, NumberedList, Source } from './nodes';

/** What a note can hold. The same for one's own words, for those of others, and for reading and writing Markdown. */
export const noteParts: Extensions = [
  StarterKit.configure({
    code: false,
    link: false,
    orderedList: false,
    paragraph: false,
    // An empty line that nobody typed would be a change to what is stored.
    trailingNode: false,
    underline: false,
    undoRedo: { depth: 500 },
  }),
  Code,
  Link,
  Source,
  NumberedList,
  TaskList,
  TaskItem.configure({ nested: true }),
  Table.configure({ resizable: false, renderWrapper: false }),
  TableRow,
  LineCell,
  LineHeader,
  InOrder,
];

export { MarkedParagraph };
