import { describe, expect, it } from '@jest/globals';
import { keepDrafts } from '@main/services/drafts';
import type { Remembered, RememberedFile } from '@main/storage/remembered-file';
import { success } from '@shared/result';
import { instant } from '../../../builders/records';

const at = instant('2026-03-01T01:30:00.000Z');

function remembering(drafts: Remembered['drafts'] = []) {
  let now: Remembered = { meId: null, places: {}, drafts };
  let writes = 0;
  const file: Pick<RememberedFile, 'get' | 'update'> = {
    get: () => now,
    update: (change) => {
      writes += 1;
      now = { ...now, ...change(now) };
      return Promise.resolve(success(now));
    },
  };
  return { file, drafts: () => now.drafts, writes: () => writes };
}

const kept = (key: string, purpose: string) => ({ key, place: '/trips', keptAt: at, values: { fields: { purpose } } });

describe('unsaved input', () => {
  it('is kept with where it was typed, the newest of each form', async () => {
    const { file, drafts } = remembering([kept('trip/new', 'old'), kept('person/new', 'other')]);
    await keepDrafts(file, [{ key: 'trip/new', values: { fields: { purpose: 'new' } } }], '/trips', at);
    expect(drafts()).toEqual([kept('person/new', 'other'), kept('trip/new', 'new')]);
  });

  it('is taken back by a form that holds nothing any more, and those not on the screen stay', async () => {
    const { file, drafts } = remembering([kept('trip/new', 'old'), kept('person/new', 'other')]);
    await keepDrafts(file, [{ key: 'trip/new', values: null }], '/trips', at);
    expect(drafts()).toEqual([kept('person/new', 'other')]);
  });

  it('writes nothing when there is nothing to keep and nothing to take back', async () => {
    const { file, writes } = remembering();
    await keepDrafts(file, [{ key: 'trip/new', values: null }], '/trips', at);
    expect(writes()).toBe(0);
  });
});
