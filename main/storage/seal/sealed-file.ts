import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { openBytes, overhead, sealBytes } from './aes-gcm';

// The construction is STREAM's: a file is a magic word, a random identity, and frames that are sealed one by one. Each
// frame is bound to the file, to its place in it, and to whether it is the last, so that frames that were taken away,
// put in another order, or carried over from another file do not open.
const magic = Buffer.from('ATTACHE1', 'latin1');
const idLength = 16;
const headLength = magic.length + idLength;
// In bytes. Electron's own build of AES takes up to 7 ms for a MiB; nobody at the keyboard may notice a frame.
const frameLength = 1 << 18;
const sealedFrameLength = frameLength + overhead;
const purpose = Buffer.from('attache 1 file', 'utf8');

/** What a frame is bound to: its file, its number, and whether it is the last one. */
function placeOf(id: Uint8Array, index: number, isLast: boolean): Buffer {
  const place = Buffer.alloc(5);
  place.writeUInt32BE(index, 0);
  place.writeUInt8(isLast ? 1 : 0, 4);
  return Buffer.concat([purpose, id, place]);
}

/** The key is asked for anew for each frame, because it may have been wiped meanwhile. */
export async function* sealedFile(key: () => Uint8Array, content: Uint8Array): AsyncIterable<Uint8Array> {
  const id = randomBytes(idLength);
  yield Buffer.concat([magic, id]);
  // A file without content has one frame all the same: without it, one that was cut off would look like it.
  const count = Math.max(1, Math.ceil(content.length / frameLength));
  for (let index = 0; index < count; index += 1) {
    const frame = content.subarray(index * frameLength, (index + 1) * frameLength);
    yield sealBytes(key(), frame, placeOf(id, index, index === count - 1));
    await setImmediate();
  }
}

export async function openedFile(key: () => Uint8Array, file: Uint8Array): Promise<Uint8Array | null> {
  key();
  if (!looksSealed(file)) return null;
  const id = file.subarray(magic.length, headLength);
  const frames = file.subarray(headLength);
  const count = Math.ceil(frames.length / sealedFrameLength);
  const length = frames.length - count * overhead;
  if (count === 0 || length < 0) return null;
  const content = Buffer.allocUnsafe(length);
  for (let index = 0; index < count; index += 1) {
    const sealed = frames.subarray(index * sealedFrameLength, (index + 1) * sealedFrameLength);
    const frame = openBytes(key(), sealed, placeOf(id, index, index === count - 1));
    if (frame === null) return null;
    content.set(frame, index * frameLength);
    await setImmediate();
  }
  return content;
}

/** Whether a file begins as a sealed one does, whatever the key. */
export function looksSealed(file: Uint8Array): boolean {
  return file.length >= headLength && magic.equals(file.subarray(0, magic.length));
}
