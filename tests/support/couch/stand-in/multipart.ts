import type { Json } from './database';
import { badRequest } from './refusal';
import type { Attachment } from './revision-tree';

/** Reads a document that comes with its attachments behind it, as CouchDB's replicator sends them. */
export function relatedParts(
  contentType: string,
  body: Buffer,
): { document: Json; attachments: Record<string, Attachment> } {
  const mark = /^multipart\/related; boundary="([^"]+)"$/.exec(contentType)?.[1];
  if (mark === undefined) throw badRequest('No boundary');
  const start = body.indexOf('\r\n\r\n') + 4;
  const end = body.indexOf(`\r\n--${mark}`, start);
  if (!body.subarray(0, start).toString().startsWith(`--${mark}\r\n`) || end < 0) throw badRequest('Bad parts');
  const document = JSON.parse(body.toString('utf8', start, end)) as Json;
  const attachments: Record<string, Attachment> = {};
  let at = end;
  for (const [name, about] of Object.entries((document['_attachments'] ?? {}) as Record<string, Json>)) {
    if (about['follows'] !== true || typeof about['length'] !== 'number') throw badRequest('Bad attachment');
    const from = body.indexOf('\r\n\r\n', at) + 4;
    at = from + about['length'];
    if (body.toString('latin1', at, at + mark.length + 4) !== `\r\n--${mark}`) throw badRequest('Bad length');
    const bytes = new Uint8Array(body.subarray(from, at));
    attachments[name] = { type: String(about['content_type']), revpos: Number(about['revpos'] ?? 1), bytes };
  }
  if (body.toString('latin1', at) !== `\r\n--${mark}--`) throw badRequest('No end');
  return { document, attachments };
}
