import { quantile } from '../store/statistics';
import type { QueryTimes } from './trial-words';

/** In bytes: what is in use once everything that nobody holds is gone. */
export function memoryInUse(): number {
  for (let time = 0; time < 4; time += 1) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

export function timesOf(values: readonly number[]): QueryTimes {
  return { p50: quantile(values, 0.5) ?? 0, p99: quantile(values, 0.99) ?? 0 };
}

/** In milliseconds, of this process with all its threads. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
