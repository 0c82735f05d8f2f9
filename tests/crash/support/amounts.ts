/** How much is tried: a sample in `npm test`; all of it in `npm run test:crash`, which says by this variable how many kills. */
const kills = process.env['ATTACHE_CRASH_KILLS'];

export const amounts = {
  isThorough: kills !== undefined,
  /** `npm test` tries the same places each time, so that what it finds is found again; the long run tries others. */
  seed: kills === undefined ? 20_261_122 : Date.now(),
  kills: Number(kills ?? 240),
  /** Sessions on the simulated disk. */
  powerCuts: kills === undefined ? 100 : 2 * Number(kills),
};
