import type { Attachment } from '@shared/domain/attachment/schema';
import { request } from '../../lib/ipc';
import { isPicture } from '@shared/domain/attachment/rules';
import { smallPictureFrom } from './small-picture';

type File = Pick<Attachment, 'id' | 'sha256' | 'mime'>;
type Ready = (address: string | null) => void;

interface Wanted {
  readonly file: File;
  readonly onReady: Ready;
}

/** Small pictures that the window holds, by what they were made of; the one that was wanted longest ago goes first. */
const held = new Map<string, string | null>();
const mostHeld = 600;
/** Wanted and not begun. What came into view last is made first: the person has scrolled on from the others. */
let waiting: Wanted[] = [];
let busy = 0;
/** A photograph of 12 megapixels takes some 50 MB while it is made small. */
const mostAtOnce = 2;

/** The small picture of a file, if the window holds it; null when there can be none. */
export function heldThumbnail({ sha256, mime }: File): string | null | undefined {
  return isPicture({ mime }) ? held.get(sha256) : null;
}

/** Asks for the small picture of a file that is in view. The answer takes the wish back. */
export function wantThumbnail(file: File, onReady: Ready): () => void {
  const known = heldThumbnail(file);
  if (known !== undefined) {
    onReady(known);
    return () => undefined;
  }
  const wanted: Wanted = { file, onReady };
  waiting.push(wanted);
  next();
  return () => {
    waiting = waiting.filter((each) => each !== wanted);
  };
}

/** Makes the small picture of a file whose bytes are at hand, and keeps it for later. */
export async function keepThumbnail(file: File, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  if (!isPicture(file) || held.has(file.sha256)) return;
  const small = await smallPictureFrom(bytes, file.mime);
  hold(file, small);
  if (small !== null) await request('attachments:keep-thumbnail', { id: file.id, bytes: small });
}

function next(): void {
  while (busy < mostAtOnce) {
    const wanted = waiting.pop();
    if (wanted === undefined) return;
    busy += 1;
    void addressOf(wanted.file).then((address) => {
      busy -= 1;
      wanted.onReady(address);
      next();
    });
  }
}

async function addressOf(file: File): Promise<string | null> {
  const kept = await request('attachments:thumbnail', { id: file.id });
  if (kept.ok && kept.value !== null) return hold(file, new Uint8Array(kept.value));
  const read = kept.ok ? await request('attachments:read', { id: file.id }) : kept;
  // Missing, or locked meanwhile: it is asked for again when it comes into view again.
  if (!read.ok) return null;
  await keepThumbnail(file, new Uint8Array(read.value));
  return held.get(file.sha256) ?? null;
}

function hold({ sha256 }: File, small: Uint8Array<ArrayBuffer> | null): string | null {
  const there = held.get(sha256);
  if (there !== undefined) return there;
  const address = small === null ? null : URL.createObjectURL(new Blob([small], { type: 'image/webp' }));
  held.set(sha256, address);
  const [oldest] = held.keys();
  if (held.size > mostHeld && oldest !== undefined) {
    const gone = held.get(oldest);
    held.delete(oldest);
    if (typeof gone === 'string') URL.revokeObjectURL(gone);
  }
  return address;
}
