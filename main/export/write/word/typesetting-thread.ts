import { parentPort } from 'node:worker_threads';
import { Typesetting } from './typesetting';
import type { TypesettingRequest } from './typesetting';

/** A thread of its own for setting Word files, which takes seconds for a long one. */
const typesetting = new Typesetting();
parentPort?.on('message', (request: TypesettingRequest) => {
  void typesetting.answer(request).then(
    (answer) => parentPort?.postMessage(answer),
    // What is thrown here ends the thread, and whoever waits for it is told.
    (cause: unknown) => {
      setImmediate(() => {
        throw cause;
      });
    },
  );
});
