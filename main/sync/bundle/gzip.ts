import { Readable, pipeline } from 'node:stream';
import type { Transform } from 'node:stream';
import { constants, createGunzip, createGzip, deflateRawSync } from 'node:zlib';
import { damaged } from './trouble';

/** In bytes; what is handed on in one go. */
const pieceLength = 1 << 16;

/** Whether bytes are to be made smaller, or go as they are. */
type Aim = 'smaller' | 'as-they-are';

/** In bytes; what is tried. */
const sampleLength = 1 << 15;

/** Photographs, PDF and Office files are packed already: to try all the same takes ten times as long. */
export function aimFor(bytes: Uint8Array): Aim {
  // From the middle: what such a file begins with is often readable.
  const middle = Math.max(0, (bytes.length - sampleLength) >> 1);
  const sample = bytes.subarray(middle, middle + sampleLength);
  const packed = deflateRawSync(sample, { level: constants.Z_BEST_SPEED });
  return packed.length > sample.length * 0.9 ? 'as-they-are' : 'smaller';
}

/** A member of gzip's, which others may follow. The zlib of Node works in threads of its own: nobody has to wait. */
export function gzipped(bytes: AsyncIterable<Uint8Array>, aim: Aim): AsyncIterable<Uint8Array> {
  const level = aim === 'smaller' ? constants.Z_DEFAULT_COMPRESSION : constants.Z_NO_COMPRESSION;
  return through(bytes, createGzip({ chunkSize: pieceLength, level }));
}

/** However much a few bytes grow to, no more than a piece of it is in memory at a time. */
export async function* gunzipped(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: pieceLength });
  let given = 0;
  const counted = async function* (): AsyncIterable<Uint8Array> {
    for await (const piece of bytes) {
      given += piece.length;
      yield piece;
    }
  };
  try {
    yield* through(counted(), gunzip);
  } catch (cause) {
    throw isZlibError(cause) ? damaged(cause) : cause;
  }
  // What follows the end would be passed over in silence.
  if (gunzip.bytesWritten !== given) throw damaged();
}

async function* through(bytes: AsyncIterable<Uint8Array>, transform: Transform): AsyncIterable<Uint8Array> {
  // Whoever reads is told what went wrong by the stream itself; the callback would be told the same.
  const stream = pipeline(Readable.from(bytes, { highWaterMark: 2 }), transform, () => undefined);
  for await (const piece of stream) yield piece as Uint8Array;
}

function isZlibError(cause: unknown): boolean {
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'code' in cause &&
    typeof cause.code === 'string' &&
    cause.code.startsWith('Z_')
  );
}
