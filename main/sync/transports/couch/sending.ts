import type { Parcel, Refused } from '../../peer';
import { bulkDocsSchema } from './answers';
import { documentOf } from './documents';
import type { Document } from './documents';
import { parsed } from './line';
import type { Line } from './line';

/** A leaf ready to travel. */
interface Packed {
  readonly parcel: Parcel;
  readonly document: Document;
  readonly length: number;
}

const mostAtOnce = 500;
/** Characters of JSON; compressed it stays below the megabyte that many proxies allow. */
const mostLength = 4_000_000;

/** Sends leaves in portions that the server takes, and hears of each whether it did. */
export class Sending {
  #most = mostLength;

  constructor(private readonly line: Line) {}

  async take(parcels: readonly Parcel[]): Promise<Refused[]> {
    const refused: Refused[] = [];
    let portion: Packed[] = [];
    let length = 0;
    for (const parcel of parcels) {
      const document = documentOf(parcel);
      const packed = { parcel, document, length: JSON.stringify(document).length };
      if (portion.length > 0 && (portion.length === mostAtOnce || length + packed.length > this.#most)) {
        refused.push(...(await this.#send(portion)));
        portion = [];
        length = 0;
      }
      portion.push(packed);
      length += packed.length;
    }
    return portion.length === 0 ? refused : [...refused, ...(await this.#send(portion))];
  }

  /**
   * One leaf that is too large, or that cannot be read there, makes the server refuse all that came with it: half of
   * them is tried then, down to the one.
   */
  async #send(portion: readonly Packed[]): Promise<Refused[]> {
    const { status, bytes } = await this.line.bytes({
      method: 'POST',
      path: '/_bulk_docs',
      json: { new_edits: false, docs: portion.map(({ document }) => document) },
      expected: [400, 413],
    });
    if (status !== 400 && status !== 413) return refusedOf(portion, parsed(bulkDocsSchema, bytes));
    const why = status === 413 ? 'too-large' : 'invalid';
    if (portion.length === 1) return portion.map(({ parcel: { key, rev } }) => ({ key, rev, why }));
    if (status === 413) this.#most = Math.max(lengthOf(portion) / 2, 100_000);
    const half = Math.ceil(portion.length / 2);
    return [...(await this.#send(portion.slice(0, half))), ...(await this.#send(portion.slice(half)))];
  }
}

function lengthOf(portion: readonly Packed[]): number {
  return portion.reduce((sum, { length }) => sum + length, 0);
}

type Said = ReturnType<typeof bulkDocsSchema.parse>;

/**
 * CouchDB names only what it refused. Some servers do not say which revision of a document they mean: then all of them.
 * A refusal of nobody knows what may be of any: all are offered again then, and those that are there are seen to be.
 */
function refusedOf(portion: readonly Packed[], answers: Said): Refused[] {
  const refused = new Map<Parcel, Refused>();
  for (const { id, rev, error, reason } of answers) {
    if (error === null || error === undefined) continue;
    const named = portion.filter(({ parcel }) => parcel.key === id && (typeof rev !== 'string' || rev === parcel.rev));
    const why = named.length > 0 ? whyOf(error, reason) : 'unknown';
    for (const { parcel } of named.length > 0 ? named : portion) {
      if (named.length === 0 && refused.has(parcel)) continue;
      refused.set(parcel, { key: parcel.key, rev: parcel.rev, why });
    }
  }
  return [...refused.values()];
}

/** How the validation function of a space begins its answer about what is no record; see `npm run couch:init`. */
const saysInvalid = /^Attach\u00e9: /;

function whyOf(error: string, reason: unknown): Refused['why'] {
  if (/too_large/.test(error)) return 'too-large';
  if (error === 'forbidden' && typeof reason === 'string' && saysInvalid.test(reason)) return 'invalid';
  if (error === 'forbidden' || error === 'unauthorized') return 'not-allowed';
  return /^(?:doc_validation|bad_request|illegal_docid|invalid)/.test(error) ? 'invalid' : 'unknown';
}
