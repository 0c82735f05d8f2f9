import { describe, expect, it } from '@jest/globals';
import { NameLookup } from '@main/search/name-lookup';
import { NamesBroke, namesHere } from '@main/search/names-thread';
import type { NamesKeeper } from '@main/search/names-thread';
import { aRecord, english } from '../../../builders/records';

const person = aRecord('person', { familyName: english('Chan'), givenName: english('Tai-man') });
const { type, id, ...rest } = person;
const json = Buffer.from(JSON.stringify({ type, id, ...rest }), 'utf8');
const records = {
  ready: () => Promise.resolve(),
  snapshot: () => ({ records: Object.assign([json], { length: 1 }) }),
  jsonAt: () => json,
};

/** A keeper whose thread ends at the first question. */
function mortal(): NamesKeeper {
  let hasEnded = false;
  const end = (): Promise<never> => {
    hasEnded = true;
    return Promise.reject(new NamesBroke('Thread'));
  };
  return {
    ...{ add: () => undefined, drop: () => undefined, load: () => undefined, keepOnly: () => undefined },
    ...{ ask: end, close: () => undefined },
    get hasEnded() {
      return hasEnded;
    },
  };
}

function lookup(keepers: (() => NamesKeeper)[]) {
  const oddities: string[] = [];
  const names = new NameLookup({
    ...{ records, shelf: null, onComplete: () => undefined, onOddity: (what: string) => oddities.push(what) },
    makeKeeper: () => (keepers.shift() ?? mortal)(),
  });
  return { names, oddities };
}

describe('the names', () => {
  it('are taken in again when their thread has ended', async () => {
    const { names, oddities } = lookup([mortal, namesHere]);
    await names.open();
    await names.open();
    const found = await names.search('tai man', ['person'], 5);
    expect(found?.map((each) => each.id)).toEqual([person.id]);
    expect(oddities).toEqual(['names could not be looked up (Thread)']);
    await names.close();
  });

  it('are given up when it ends again and again, and nobody is told of it at every question', async () => {
    const { names, oddities } = lookup([]);
    for (let time = 0; time < 10; time += 1) {
      await names.open();
      expect(await names.search('tai man', ['person'], 5)).toBeNull();
    }
    expect(oddities.length).toBeLessThanOrEqual(4);
    expect(names.isComplete).toBe(false);
    await names.close();
  });
});
