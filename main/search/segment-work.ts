import { definitions } from '@shared/domain/records';
import type { AnyRecord } from '@shared/domain/records';
import type { Print } from './print';
import { isSearched, searchedTexts } from './searched-texts';
import { isPlainId } from './segment-bytes';
import type { DocumentFacts } from './segment-bytes';
import { SegmentBuilder } from './segment-builder';

interface Document {
  readonly facts: DocumentFacts;
  readonly texts: readonly string[];
}

/** Takes in records as they stand in the store, and makes a segment of all that came. */
export class SegmentWork {
  #documents: Document[] = [];

  constructor(private readonly print: Print) {}

  /** `ends` says where each record's JSON ends in the bytes. What is no record that is searched is left out. */
  add(bytes: Uint8Array, ends: Uint32Array): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    let from = 0;
    for (const end of ends) {
      const document = documentOf(buffer.subarray(from, end), this.print);
      if (document !== null) this.#documents.push(document);
      from = end;
    }
  }

  finish(): Uint8Array<ArrayBuffer> {
    const documents = this.#documents.sort((one, other) => one.facts.time - other.facts.time);
    this.#documents = [];
    const builder = new SegmentBuilder();
    for (const { facts, texts } of documents) builder.add(facts, texts);
    return builder.finish();
  }
}

function documentOf(json: Buffer, print: Print): Document | null {
  let stored: { readonly [field: string]: unknown };
  try {
    stored = JSON.parse(json.toString('utf8')) as typeof stored;
  } catch {
    // Nothing that is shown can come of it; the store says what is wrong with it.
    return null;
  }
  const { type, id } = stored;
  if (typeof type !== 'string' || !isSearched(type) || typeof id !== 'string' || !isPlainId(id)) return null;
  const time = Date.parse(String(stored['updatedAt'])) || 0;
  return {
    facts: { kind: type, id, time, print: print(json) },
    texts: textsOf({ ...definitions[type].blank, ...stored }),
  };
}

/** The store validates what it reads; here a record of another version must only do no harm. */
function textsOf(record: object): string[] {
  try {
    const known = record as AnyRecord;
    return known.deletedAt === null ? searchedTexts(known).map(({ text }) => text) : [];
  } catch {
    return [];
  }
}
