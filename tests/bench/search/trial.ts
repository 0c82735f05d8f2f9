import { attacheTrial } from './attache-trial';
import { namesTrial } from './names-trial';
import { fuseTrial, miniSearchTrial } from './peer-trials';
import type { TrialOrder } from './trial-words';

/** A process of its own for one engine and one number of notes, so that no other's memory is measured with it. */
const order = JSON.parse(process.argv[2] ?? '') as TrialOrder;

async function figuresOf(): Promise<object> {
  switch (order.of) {
    case 'attache':
      return attacheTrial(order);
    case 'names':
      return namesTrial(order);
    case 'minisearch':
      return miniSearchTrial(order);
    case 'fuse':
      return fuseTrial(order);
  }
}

// Threads that the program would not wait for are waited for here.
const awake = setInterval(() => undefined, 60_000);
const figures = await figuresOf();
clearInterval(awake);
process.send?.(figures, () => process.exit(0));
