/** In ms: what any document may take, however short; a machine may be busy with something else. */
const shortest = 60_000;
/**
 * In ms: what a page may take. Measured were 20 without photographs and 35 with them, on two cores: 25 times as long is a
 * slow machine, and longer is a layout that finds no end.
 */
const perPage = 500;

/** How long a document of about so many pages may take to print, in ms. */
export function printLimitMs(pages: number): number {
  return shortest + perPage * Math.max(0, Math.ceil(pages));
}

/** What a document waits for did not come in time: it is given up. */
export class TookTooLong extends Error {
  readonly limitMs: number;

  constructor(what: string, limitMs: number) {
    super(`The page took more than ${String(limitMs / 1000)} s to ${what}.`);
    this.name = 'TookTooLong';
    this.limitMs = limitMs;
  }
}
