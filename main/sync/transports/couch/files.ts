import { isRevision, generationOf, hashOf } from '@shared/domain/revision';
import type { Revision } from '@shared/domain/revision';
import { allDocsSchema, writtenSchema } from './answers';
import type { Bytes } from './fetch';
import type { Line } from './line';

const attachment = 'file';
const hashesAtOnce = 1_000;

/** The files of a space: a document each, with the bytes as its one attachment. */
export class CouchFiles {
  /** Files whose document somebody has deleted there, and the revision that did. */
  readonly #deleted = new Map<string, Revision>();

  constructor(private readonly line: Line) {}

  async missing(hashes: readonly string[]): Promise<string[]> {
    const there = new Set<string>();
    const asked = hashes.filter(isFileHash);
    for (let at = 0; at < asked.length; at += hashesAtOnce) {
      const keys = asked.slice(at, at + hashesAtOnce).map(documentId);
      const { rows } = await this.line.ask(allDocsSchema, { method: 'POST', path: '/_all_docs', json: { keys } });
      for (const { key, value } of rows) {
        if (value === null || value === undefined) continue;
        if (value.deleted !== true) there.add(key);
        else if (isRevision(value.rev)) this.#deleted.set(key, value.rev);
      }
    }
    return hashes.filter((hash) => !there.has(documentId(hash)));
  }

  /**
   * The revision is made of the content's hash, so that two devices that bring the same file do not make two of it. One
   * that was deleted follows its deletion.
   */
  async take(sha256: string, bytes: Uint8Array): Promise<void> {
    if (!isFileHash(sha256)) throw new RangeError('A file without its hash');
    const id = documentId(sha256);
    const deleted = this.#deleted.get(id) ?? null;
    const ids = [sha256.slice(0, 32), ...(deleted === null ? [] : [hashOf(deleted)])];
    const start = generationOf(deleted) + 1;
    const about = { content_type: 'application/octet-stream', length: bytes.length, revpos: start, follows: true };
    const document = {
      ...{ _id: id, _rev: `${start}-${ids[0] ?? ''}`, _revisions: { start, ids } },
      _attachments: { [attachment]: about },
    };
    // As many bytes as the document says are read, so that no mark between the parts can stand in a file by chance.
    const mark = `attache-${sha256}`;
    await this.line.ask(writtenSchema, {
      method: 'PUT',
      path: `/${encodeURIComponent(id)}?new_edits=false`,
      body: { type: `multipart/related; boundary="${mark}"`, bytes: inParts(mark, document, bytes) },
    });
    this.#deleted.delete(id);
  }

  async read(sha256: string): Promise<Uint8Array | null> {
    if (!isFileHash(sha256)) return null;
    const path = `/${encodeURIComponent(documentId(sha256))}/${attachment}`;
    const { status, bytes } = await this.line.bytes({ method: 'GET', path, isFile: true, expected: [404] });
    return status === 404 ? null : bytes;
  }
}

function documentId(sha256: string): string {
  return `blob:${sha256}`;
}

function isFileHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

function inParts(mark: string, document: object, bytes: Uint8Array): Bytes {
  const before = new TextEncoder().encode(
    [
      `--${mark}`,
      'Content-Type: application/json',
      '',
      JSON.stringify(document),
      `--${mark}`,
      `Content-Disposition: attachment; filename="${attachment}"`,
      'Content-Type: application/octet-stream',
      `Content-Length: ${bytes.length}`,
      '',
      '',
    ].join('\r\n'),
  );
  const after = new TextEncoder().encode(`\r\n--${mark}--`);
  const all = new Uint8Array(before.length + bytes.length + after.length);
  all.set(before);
  all.set(bytes, before.length);
  all.set(after, before.length + bytes.length);
  return all;
}
