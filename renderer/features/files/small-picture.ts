import type { Bytes, Made, ToMake } from './picture-maker';
import SmallPictureWorker from './small-picture.worker?worker';

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, (small: Bytes | null) => void>();

/** Makes a small picture on a thread of its own, which takes the bytes away; null when they cannot be shown as a picture. */
export function smallPictureFrom(bytes: Bytes, mime: string): Promise<Bytes | null> {
  try {
    worker ??= started();
  } catch (cause) {
    // The system gives no more threads: the sign of its kind stands there instead.
    if (!(cause instanceof Error)) throw cause;
    return Promise.resolve(null);
  }
  lastId += 1;
  const asked: ToMake = { id: lastId, bytes, mime };
  const answer = new Promise<Bytes | null>((resolve) => waiting.set(asked.id, resolve));
  worker.postMessage(asked, [bytes.buffer]);
  return answer;
}

function started(): Worker {
  const made = new SmallPictureWorker();
  made.addEventListener('message', ({ data: { id, small } }: MessageEvent<Made>) => {
    waiting.get(id)?.(small);
    waiting.delete(id);
  });
  // It has ended, say for want of memory: what it was to make has no small picture for now, and the next one begins anew.
  made.addEventListener('error', () => {
    for (const resolve of waiting.values()) resolve(null);
    waiting.clear();
    worker = undefined;
  });
  return made;
}
