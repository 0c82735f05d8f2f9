import type { Adapter } from 'lowdb';
import type { DiskFiles } from './disk/disk-files';
import { systemCode } from './disk/disk-files';
import { readDocument, writeDocument } from './document';
import type { ReadDocument, StoreDocument } from './document';
import { replaceDurably } from './disk/durable-write';

/** The store file holds something that is not a document of a version we know. */
export class NotADocument extends Error {
  override readonly name = 'NotADocument';

  constructor(readonly found: Exclude<ReadDocument, { kind: 'document' }>) {
    super(`Not a store document: ${found.kind}`);
  }
}

/**
 * lowdb's way to the disk. Its own adapters never fsync, so that a power cut may leave an empty file where the renamed
 * one should be; this one answers `write` when the document is on the disk, and after a failure the file holds the
 * document that it held before.
 */
export class DurableAdapter implements Adapter<StoreDocument> {
  #durable: StoreDocument | null = null;

  constructor(
    private readonly files: DiskFiles,
    private readonly path: string,
    private readonly knownVersion: number,
  ) {}

  async read(): Promise<StoreDocument | null> {
    let bytes: Uint8Array;
    try {
      bytes = await this.files.read(this.path);
    } catch (cause) {
      // Only "there is no such file" means a new store; every other error means one that we cannot see.
      if (systemCode(cause) === 'ENOENT') return null;
      throw cause;
    }
    const found = readDocument(bytes, this.knownVersion);
    if (found.kind !== 'document') throw new NotADocument(found);
    this.#durable = found.document;
    return found.document;
  }

  async write(document: StoreDocument): Promise<void> {
    const durable = this.#durable;
    const previous = (): Uint8Array | null => (durable === null ? null : writeDocument(durable));
    await replaceDurably(this.files, this.path, writeDocument(document), previous);
    this.#durable = document;
  }
}
