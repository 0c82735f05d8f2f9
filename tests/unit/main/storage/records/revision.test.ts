import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSameBody } from '@shared/domain/revision';
import { firstRevision, nextRevision } from '@main/storage/records/revision';
import type { Revised } from '@main/storage/records/revision';

const base = {
  type: 'trip',
  id: 'a',
  title: 'Shenzhen',
  deletedAt: null,
  updatedAt: '2026-01-01',
  updatedBy: 'me',
  revision: '',
};
const shared = (revised: Revised): Revised => ({ ...revised, sync: { ...revised.sync, sh: true } });
const generation = (revised: Revised): number => Number(revised.revision.split('-')[0]);
const hash = (revised: Revised): string => revised.revision.split('-')[1]!;

describe('a revision', () => {
  it('is the SHA-256 of the canonical parent, closedness and body', () => {
    // Reckoned by hand: printf "[null,false,{…}]" | sha256sum
    expect(firstRevision({ b: 1, a: 'x', revision: 'ignored' }).revision).toBe('1-344b1df3814e3f9ed9ca5a606adf24fa');
  });

  it('is the same for the same change, whoever makes it and whatever their clock says', () => {
    const moments = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
    fc.assert(
      fc.property(moments, moments, fc.string(), fc.string(), fc.string(), (at, otherAt, by, otherBy, title) => {
        const here = { ...base, updatedAt: at, updatedBy: by };
        const there = { ...base, updatedAt: otherAt, updatedBy: otherBy };
        expect(firstRevision(here)).toEqual(firstRevision(there));
        const parent = shared(firstRevision(base));
        expect(nextRevision(parent, base, { ...here, title })).toEqual(nextRevision(parent, base, { ...there, title }));
        expect(isSameBody(here, there)).toBe(true);
      }),
    );
  });

  it('differs when the text, the Trash or the parent does', () => {
    const first = firstRevision(base);
    expect(firstRevision({ ...base, title: 'Hangzhou' }).revision).not.toBe(first.revision);
    expect(firstRevision({ ...base, deletedAt: '2026-01-02' }).revision).not.toBe(first.revision);
    const one = nextRevision(shared(firstRevision({ ...base, title: 'A' })), base, base);
    const other = nextRevision(shared(firstRevision({ ...base, title: 'B' })), base, base);
    expect(one.revision).not.toBe(other.revision);
  });

  it('is amended until it is shared: a thousand autosaves are one revision', () => {
    const last = Array.from({ length: 1000 }, (_, count) => ({ ...base, title: `Typed ${count}` })).reduce(
      (revised: Revised, typed) => nextRevision(revised, base, typed),
      firstRevision(base),
    );
    expect(last).toEqual(firstRevision({ ...base, title: 'Typed 999' }));
  });

  it('follows what was shared or came from elsewhere, and remembers it', () => {
    const first = firstRevision(base);
    const ofAnother: Revised = { ...first, sync: { ...first.sync, own: false } };
    for (const parent of [shared(first), ofAnother]) {
      const next = nextRevision(parent, base, { ...base, title: 'New' });
      expect(generation(next)).toBe(2);
      expect(next.sync).toMatchObject({ anc: [hash(first)], own: true, sh: false });
      const { revision: _revision, ...body } = base;
      expect(next.sync.earlier).toEqual([{ rev: parent.revision, body }]);
    }
  });

  it('amends a revision that follows another without losing what it follows', () => {
    const first = shared(firstRevision(base));
    const amended = nextRevision(nextRevision(first, base, { ...base, title: 'B' }), base, { ...base, title: 'C' });
    expect(amended).toEqual(nextRevision(first, base, { ...base, title: 'C' }));
  });

  it('keeps the waiting leaves of others, and 200 ancestors, the newest first', () => {
    const leaves = [{ rev: '1-x', anc: [], del: false, body: {} }];
    const start: Revised = { ...firstRevision(base), sync: { ...firstRevision(base).sync, leaves } };
    const chain = Array.from({ length: 250 }, (_, count) => ({ ...base, title: `${count}` })).reduce<Revised[]>(
      (so, body) => [...so, nextRevision(shared(so.at(-1)!), base, body)],
      [start],
    );
    const last = chain.at(-1)!;
    expect(generation(last)).toBe(251);
    expect(last.sync.anc).toEqual(chain.slice(50, 250).map(hash).reverse());
    expect(last.sync.leaves).toEqual(leaves);
  });

  it('keeps how twenty earlier ones read, that others may know, as long as nothing waits for a merge', () => {
    const chain = Array.from({ length: 30 }, (_, count) => ({ ...base, title: `${count}` })).reduce<Revised>(
      (so, body) => nextRevision(shared(so), base, body),
      firstRevision(base),
    );
    expect(chain.sync.earlier).toHaveLength(20);
    const long = { ...base, title: 'x'.repeat(300_000) };
    const two = nextRevision(shared(nextRevision(shared(chain), long, base)), long, base);
    expect(two.sync.earlier).toHaveLength(1);
  });
});
