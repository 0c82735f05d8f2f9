import { parentPort, workerData } from 'node:worker_threads';
import { NamesQueue } from './names-thread';
import type { NamesRequest } from './names-thread';
import { makePrint } from './print';
import { SegmentWork } from './segment-work';
import type { SegmentRequest } from './segment-maker';

/** A thread of its own for making the index (taking all of a large office's notes apart takes seconds) or for the names. */
if (workerData === 'names') keepNames();
else makeSegments();

function keepNames(): void {
  const queue = makePrint().then((print) => new NamesQueue(print, (answer) => parentPort?.postMessage(answer)));
  parentPort?.on('message', (request: NamesRequest) => {
    void queue.then((ready) => {
      ready.ask(request);
    });
  });
}

function makeSegments(): void {
  const work = makePrint().then((print) => new SegmentWork(print));
  parentPort?.on('message', (request: SegmentRequest) => {
    void work
      .then((ready) => {
        if (request.ask === 'add') {
          ready.add(request.bytes, request.ends);
          return;
        }
        const segment = ready.finish();
        parentPort?.postMessage(segment, [segment.buffer]);
      })
      .catch((cause: unknown) => {
        // What is thrown here ends the thread, and whoever waits for it is told.
        setImmediate(() => {
          throw cause;
        });
      });
  });
}
