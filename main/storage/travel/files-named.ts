import { storedIn } from '../backups/up-to-date';
import { nameIn } from '../records/stored-record';

/** A file that attachments name. */
export interface NamedFile {
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** The attachments that name it. */
  readonly attachmentIds: readonly string[];
}

/** The files that these records name, each once; what waits for a merge names some, too. */
export function filesNamed(records: Iterable<Uint8Array>): NamedFile[] {
  const found = new Map<string, { size: number; attachmentIds: string[] }>();
  for (const json of records) {
    const name = nameIn(json);
    if (name?.type !== 'attachment') continue;
    for (const { sha256, size } of filesIn(storedIn(json))) {
      const known = found.get(sha256);
      if (known === undefined) found.set(sha256, { size, attachmentIds: [name.id] });
      else known.attachmentIds.push(name.id);
    }
  }
  return [...found].map(([sha256, file]) => ({ sha256, ...file }));
}

function filesIn(attachment: unknown): { sha256: string; size: number }[] {
  if (typeof attachment !== 'object' || attachment === null) return [];
  const { sha256, size, $sync: sync } = { sha256: null, size: 0, $sync: null, ...attachment };
  const own = typeof sha256 === 'string' ? [{ sha256, size: Number(size) || 0 }] : [];
  return [...own, ...leavesIn(sync).flatMap(({ body }) => filesIn(body))];
}

/** The live revisions of a record that are not shown and wait for a merge, by what sync keeps beside it. */
export function leavesIn(sync: unknown): { rev: unknown; body: unknown }[] {
  if (typeof sync !== 'object' || sync === null || !('leaves' in sync) || !Array.isArray(sync.leaves)) return [];
  return sync.leaves.flatMap((leaf: unknown) =>
    typeof leaf === 'object' && leaf !== null && 'rev' in leaf && 'body' in leaf
      ? [{ rev: leaf.rev, body: leaf.body }]
      : [],
  );
}
