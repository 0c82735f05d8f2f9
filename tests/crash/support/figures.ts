import { appendFileSync } from 'node:fs';

/** Says what was tried and found to whoever asked for it in `ATTACHE_CRASH_FIGURES`, the path of a file of JSON lines. */
export function record(of: string, figures: Readonly<Record<string, number>>): void {
  const path = process.env['ATTACHE_CRASH_FIGURES'];
  if (path !== undefined) appendFileSync(path, `${JSON.stringify({ of, ...figures })}\n`);
}
