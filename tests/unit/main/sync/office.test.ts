import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { liveLeaves, shownLeaf } from '../../../../main/sync/synced-record';
import type { Dispute } from '../../../../main/sync/merge/body';
import type { Parcel } from '../../../../main/sync/peer';
import type { Body } from '@shared/domain/revision';
import { keys, Office } from '../../../support/sync/office';
import type { Device } from '../../../support/sync/office';

/** What somebody does, or what happens to somebody. */
type Act =
  | { readonly kind: 'write'; readonly field: 'size' | 'revenue' }
  | { readonly kind: 'add-line' | 'change-line'; readonly at: number }
  | { readonly kind: 'add-name' | 'trash' | 'restore' | 'settle'; readonly at: number }
  | {
      readonly kind: 'sync';
      readonly fault: { at: number; when: 'before' | 'after' } | null;
      readonly isServers: boolean;
    }
  | { readonly kind: 'hand-over'; readonly at: number }
  | { readonly kind: 'old-file'; readonly at: number }
  | { readonly kind: 'keep-state' | 'put-server-back' | 'server-anew'; readonly isWhole: boolean }
  | { readonly kind: 'keep-laptop' | 'put-laptop-back' | 'copy-laptop'; readonly isWhole: boolean };

interface Step {
  readonly device: number;
  readonly record: number;
  readonly act: Act;
}

const at = fc.nat({ max: 24 });
const fault = fc.option(fc.record({ at: fc.integer({ min: 1, max: 14 }), when: fc.constantFrom('before', 'after') }));
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write'), field: fc.constantFrom('size', 'revenue') }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('add-line', 'change-line'), at }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('add-name', 'trash', 'restore', 'settle'), at }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('sync'), fault, isServers: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('hand-over', 'old-file'), at }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        ...['keep-state', 'put-server-back', 'server-anew', 'keep-laptop', 'put-laptop-back', 'copy-laptop'],
      ),
      isWhole: fc.boolean(),
    }),
  },
) as fc.Arbitrary<Act>;
const days = fc.array(fc.record({ device: fc.nat({ max: 2 }), record: fc.nat({ max: 2 }), act }), {
  minLength: 5,
  maxLength: 80,
  size: 'max',
});

/** Plays what happened, and remembers each word that was written and that nobody took away who saw it. */
async function played(steps: readonly Step[], isMet: boolean): Promise<{ office: Office; written: Set<string> }> {
  const office = new Office(3);
  if (isMet) await met(office);
  const written = new Set<string>();
  const carried: Parcel[][] = [];
  let savedServer: unknown = office.peer.saved();
  const savedLaptops = office.devices.map((device) => device.store.saved());
  let count = 0;
  for (const { device: whose, record, act: what } of steps) {
    const device = office.devices[whose]!;
    const key = keys[record]!;
    const word = `word${(count += 1)}.`;
    switch (what.kind) {
      case 'write':
        replaceAndWrite(device, key, written, word, (body) => ({ ...body, [what.field]: word }));
        break;
      case 'add-line':
        replaceAndWrite(device, key, written, word, (body) => withLines(body, what.at, 0, word));
        break;
      case 'change-line':
        replaceAndWrite(device, key, written, word, (body) => withLines(body, what.at, 1, word));
        break;
      case 'add-name':
        replaceAndWrite(device, key, written, word, (body) => withName(body, what.at, word));
        break;
      case 'trash':
        if (device.shown(key) !== undefined) {
          const deletedAt = `2026-03-01T00:00:${String(what.at).padStart(2, '0')}.000Z`;
          device.edit(key, (body) => ({ ...body, deletedAt: body['deletedAt'] ?? deletedAt }));
        }
        break;
      case 'restore':
        if (device.shown(key) !== undefined) device.edit(key, (body) => ({ ...body, deletedAt: null }));
        break;
      case 'settle':
        settle(device, key, written, what.at);
        break;
      case 'sync':
        if (what.fault !== null) {
          (what.isServers ? office.serverFaults : device.faults).plan(what.fault.at, what.fault.when);
        }
        await device.sync(office.peer);
        office.serverFaults.none();
        device.faults.none();
        break;
      case 'hand-over': {
        const parcels = await device.handOver();
        carried.push(parcels);
        await office.devices[what.at % office.devices.length]!.takeOver(parcels);
        break;
      }
      case 'old-file': {
        const parcels = carried[what.at % Math.max(1, carried.length)];
        if (parcels !== undefined) await device.takeOver(parcels);
        break;
      }
      case 'keep-state':
        savedServer = office.peer.saved();
        break;
      case 'put-server-back':
        office.peer.putBack(savedServer, what.isWhole);
        forgetGone(office, written);
        break;
      case 'keep-laptop':
        savedLaptops[whose] = device.store.saved();
        break;
      case 'put-laptop-back':
        device.store.putBack(savedLaptops[whose]!, what.isWhole);
        forgetGone(office, written);
        break;
      case 'copy-laptop':
        // Its folder is copied to the next laptop, whose own goes: two that take themselves for one.
        office.devices[(whose + 1) % 3]!.copyFrom(device);
        forgetGone(office, written);
        break;
      case 'server-anew':
        office.peer.beginAnew();
        savedServer = office.peer.saved();
        forgetGone(office, written);
        break;
    }
  }
  return { office, written };
}

/** All begin with the same records, as an office does that has worked together before. */
async function met(office: Office): Promise<void> {
  const lines = Array.from({ length: 12 }, (_, nth) => `line ${nth}`).join('\n');
  for (const key of keys) office.devices[0]!.edit(key, (body) => ({ ...body, profile: lines, shortNames: ['x', 'y'] }));
  await office.rest();
}

/** Nobody can bring back what was nowhere but on a laptop that was put back. */
function forgetGone(office: Office, written: Set<string>): void {
  const everywhere = [...office.devices.map((device) => device.words()), office.peer.words()].join();
  for (const word of written) if (!everywhere.includes(word)) written.delete(word);
}

const wordPattern = /word\d+\./g;

/** Words that are not shown any more were taken away by somebody who saw them. */
function replaceAndWrite(
  device: Device,
  key: string,
  written: Set<string>,
  word: string,
  change: (body: Body) => Body,
): void {
  const before = wordsIn(device.shown(key));
  device.edit(key, change);
  const after = wordsIn(device.shown(key));
  for (const each of before) if (!after.has(each)) written.delete(each);
  if (after.has(word)) written.add(word);
}

function settle(device: Device, key: string, written: Set<string>, at: number): void {
  const [one, other] = liveLeaves(device.store.get(key));
  if (one === undefined || other === undefined) return;
  const before = new Set([...wordsIn(one.body), ...wordsIn(other.body)]);
  const settled = device.settle(key, (dispute: Dispute) => (at % 2 === 0 ? dispute.one : dispute.other));
  const after = wordsIn(settled ?? undefined);
  for (const each of before) if (!after.has(each)) written.delete(each);
}

function wordsIn(body: Body | undefined): Set<string> {
  return new Set(JSON.stringify(body ?? {}).match(wordPattern) ?? []);
}

function withLines(body: Body, place: number, removed: number, word: string): Body {
  const lines = String(body['profile']).split('\n');
  const from = place % (lines.length + 1);
  return { ...body, profile: [...lines.slice(0, from), word, ...lines.slice(from + removed)].join('\n') };
}

function withName(body: Body, place: number, word: string): Body {
  const list = body['shortNames'] as string[];
  const from = place % (list.length + 1);
  return list.length > 15 ? body : { ...body, shortNames: [...list.slice(0, from), word, ...list.slice(from)] };
}

describe('an office that works apart and meets again', () => {
  it('loses no word, and comes to rest with the same leaves and the same sight everywhere', async () => {
    await fc.assert(
      fc.asyncProperty(days, fc.boolean(), async (steps, isMet) => {
        const { office, written } = await played(steps, isMet);
        await office.rest();
        for (const device of office.devices) {
          const words = device.words();
          const lost = [...written].filter((word) => !words.includes(word));
          expect(lost).toEqual([]);
          expect(device.leafSets()).toEqual(office.peer.leafSets());
        }
        const [first, ...others] = office.devices;
        for (const key of keys) for (const other of others) expect(sightOf(other, key)).toBe(sightOf(first!, key));
      }),
      { numRuns: 150 },
    );
  });
});

function sightOf(device: Device, key: string): string {
  return shownLeaf(device.store.get(key))?.rev ?? 'nothing';
}
