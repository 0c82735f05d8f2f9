import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { ageLock } from './age-lock';
import type { LockOrder } from './age-lock';
import { LockBroken } from './lock';
import type { FromThread, ToThread } from './threaded-lock';

/** A thread of its own for one bundle: a passphrase takes a second or two, and what is large takes its time as well. */
const port = parentPort;
if (port !== null) void run(port, workerData as LockOrder);

/** So many pieces may be on their way to who asked. */
const mostOnTheWay = 8;

async function run(to: MessagePort, order: LockOrder): Promise<void> {
  const tell = (answer: FromThread): void => {
    to.postMessage(answer, answer.tell === 'bytes' ? [answer.bytes.buffer] : []);
  };
  try {
    if (order.ask === 'file-key') {
      tell({ tell: 'file-key', fileKey: await ageLock().fileKey(order.head, order.key) });
      return;
    }
    const { pieces, taken } = exchange(to, tell);
    const made = order.ask === 'lock' ? ageLock().lock(pieces, order.key) : ageLock().open(pieces, order.fileKey);
    for await (const piece of made) {
      tell({ tell: 'bytes', bytes: Uint8Array.from(piece) });
      await taken();
    }
    tell({ tell: 'end' });
  } catch (cause) {
    if (cause instanceof LockBroken) tell({ tell: 'broken', where: cause.where });
    else throw cause;
  } finally {
    to.close();
  }
}

/** The bytes that come, asked for one piece at a time, and the wait until what went out is taken. */
function exchange(
  to: MessagePort,
  tell: (answer: FromThread) => void,
): { readonly pieces: AsyncIterable<Uint8Array>; readonly taken: () => Promise<void> } {
  let onTheWay = 0;
  let go: () => void = () => undefined;
  let give: (piece: Uint8Array | null) => void = () => undefined;
  to.on('message', (message: ToThread) => {
    if (message.tell === 'taken') {
      onTheWay -= 1;
      go();
    } else {
      give(message.tell === 'bytes' ? message.bytes : null);
    }
  });
  return {
    pieces: (async function* () {
      for (;;) {
        const piece = await new Promise<Uint8Array | null>((resolve) => {
          give = resolve;
          tell({ tell: 'more' });
        });
        if (piece === null) return;
        yield piece;
      }
    })(),
    async taken() {
      onTheWay += 1;
      while (onTheWay >= mostOnTheWay) {
        await new Promise<void>((resolve) => {
          go = resolve;
        });
      }
    },
  };
}
