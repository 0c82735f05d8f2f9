import { parentPort } from 'node:worker_threads';
import { BinderWork } from './binder-work';
import type { BinderRequest } from './binder-work';

/** A thread of its own for the work on printed files, which takes seconds for a long one. */
const work = new BinderWork();
parentPort?.on('message', (request: BinderRequest) => {
  void work.answer(request).then(
    (answer) => parentPort?.postMessage(answer, 'bound' in answer ? [answer.bound.buffer as ArrayBuffer] : []),
    // What is thrown here ends the thread, and whoever waits for it is told.
    (cause: unknown) => {
      setImmediate(() => {
        throw cause;
      });
    },
  );
});
