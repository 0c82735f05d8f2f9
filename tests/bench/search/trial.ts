import { attacheTrial } from './attache-trial';
import { fuseTrial, miniSearchTrial } from './peer-trials';
import type { TrialOrder } from './trial-words';

/** A process of its own for one engine and one number of notes, so that no other's memory is measured with it. */
const order = JSON.parse(process.argv[2] ?? '') as TrialOrder;

const figures =
  order.of === 'attache'
    ? await attacheTrial(order)
    : order.of === 'minisearch'
      ? miniSearchTrial(order)
      : fuseTrial(order);
process.send?.(figures, () => process.exit(0));
