import { closeSync, openSync, readSync } from 'node:fs';
import { systemCode } from '@main/storage/disk/disk-files';

/**
 * How long the thread that runs this was at work since it began, in milliseconds. Where the system does not say it of a
 * thread (Linux does), it is that of all threads together, which is never less.
 */
export function timeAtWork(): number {
  if (schedule === null) {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
  const length = readSync(schedule, text, 0, text.length, 0);
  // The first number is the nanoseconds on a processor.
  return Number.parseInt(text.toString('latin1', 0, length), 10) / 1e6;
}

const text = Buffer.alloc(100);
const schedule = openSchedule();

function openSchedule(): number | null {
  try {
    const file = openSync('/proc/thread-self/schedstat', 'r');
    process.once('exit', () => closeSync(file));
    return file;
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return null;
  }
}
