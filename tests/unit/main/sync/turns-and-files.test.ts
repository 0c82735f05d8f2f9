import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { liveLeaves } from '../../../../main/sync/synced-record';
import type { Parcel } from '../../../../main/sync/peer';
import { keys, Office } from '../../../support/sync/office';

const [key] = keys as [string];

describe('handing over in turns', () => {
  it('never makes a second branch, however often it is saved and by whom', async () => {
    const turns = fc.array(fc.record({ saves: fc.integer({ min: 0, max: 4 }), to: fc.nat({ max: 2 }) }), {
      minLength: 1,
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(turns, async (all) => {
        const { devices } = new Office(3);
        let whose = 0;
        for (const [turn, { saves, to }] of all.entries()) {
          const device = devices[whose]!;
          for (let nth = 0; nth < saves; nth += 1) {
            device.edit(key, (body) => ({ ...body, size: `turn ${turn}, ${nth}` }));
          }
          await devices[to]!.takeOver(await device.handOver());
          whose = to;
          expect(liveLeaves(devices[whose]!.store.get(key)).length).toBeLessThan(2);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('changes nothing, not even a count, when any file is taken in again', async () => {
    const acts = fc.array(fc.record({ device: fc.nat({ max: 2 }), what: fc.constantFrom('edit', 'over', 'settle') }), {
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(acts, async (all) => {
        const { devices } = new Office(3);
        const files: Parcel[][] = [];
        for (const [nth, { device: whose, what }] of all.entries()) {
          const device = devices[whose]!;
          if (what === 'edit') device.edit(key, (body) => ({ ...body, size: `${nth}` }));
          if (what === 'settle') device.settle(key, ({ one }) => one);
          if (what === 'over') {
            files.push(await device.handOver());
            await devices[(whose + 1) % 3]!.takeOver(files.at(-1) ?? []);
          }
        }
        for (const device of devices) for (const file of files) await device.takeOver(file);
        const counts = devices.map(({ store }) => store.count());
        const states = devices.map((device) => JSON.stringify(device.store.saved()));
        for (const device of devices) for (const file of [...files].reverse()) await device.takeOver(file);
        expect(devices.map(({ store }) => store.count())).toEqual(counts);
        expect(devices.map((device) => JSON.stringify(device.store.saved()))).toEqual(states);
      }),
      { numRuns: 200 },
    );
  });
});
