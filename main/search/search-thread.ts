import { parentPort } from 'node:worker_threads';
import { makePrint } from './print';
import { SegmentWork } from './segment-work';
import type { SegmentRequest } from './segment-maker';

/** A thread of its own for making the index: taking all of a large office's notes apart takes seconds. */
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
