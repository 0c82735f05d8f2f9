import { Steps } from '../backups/unhurried';
import { storedIn } from '../backups/up-to-date';
import { nameIn, syncIn } from '../records/stored-record';
import type { StoredRecord } from '../records/stored-record';

/** A file that attachments name. */
export interface NamedFile {
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** The attachments that name it. */
  readonly attachmentIds: readonly string[];
}

/** The files that these records name, each once; what waits for a merge names some, too. */
export async function filesNamed(records: Iterable<Uint8Array>): Promise<NamedFile[]> {
  const steps = new Steps();
  const found = new Map<string, { size: number; attachmentIds: string[] }>();
  for (const json of records) {
    await steps.step();
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
  if (!isObject(attachment)) return [];
  const { sha256, size } = attachment;
  const own = typeof sha256 === 'string' ? [{ sha256, size: typeof size === 'number' ? size : 0 }] : [];
  return [...own, ...leavesIn(attachment).flatMap(({ body }) => filesIn(body))];
}

/** A live revision of a record that is not shown and waits for a merge. */
export interface Leaf {
  readonly rev: unknown;
  readonly anc: unknown;
  readonly body: unknown;
}

/** Those that sync keeps beside a record. */
export function leavesIn(stored: StoredRecord): Leaf[] {
  const sync = syncIn(stored);
  const leaves: unknown = isObject(sync) ? sync['leaves'] : null;
  if (!Array.isArray(leaves)) return [];
  return leaves.filter(isObject).map(({ rev, anc, body }) => ({ rev, anc, body }));
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
