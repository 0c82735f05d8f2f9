import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordId } from '@shared/domain/values';
import { MemoryEngine, noSuchId, tripFields } from './memory-engine';

describe('changes that arrive together', () => {
  it('share a write, each seeing what the ones before it did', async () => {
    const memory = new MemoryEngine();
    const counts = await Promise.all(
      Array.from({ length: 200 }, () =>
        memory.change((tx) => (tx.create('trip', tripFields()), tx.all('trip').length)),
      ),
    );
    expect(counts).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    expect(memory.writes).toBeLessThan(50);
    expect(memory.reopened().engine.all('trip')).toHaveLength(200);
  });

  it('wait for the write that is under way and share the next one', async () => {
    const memory = new MemoryEngine();
    const first = memory.change((tx) => tx.create('trip', tripFields()));
    await Promise.resolve();
    await Promise.resolve();
    const others = [1, 2, 3].map(() => memory.change((tx) => tx.create('trip', tripFields())));
    await Promise.all([first, ...others]);
    expect(memory.writes).toBe(2);
  });

  it('are not spoiled by one among them that is refused or breaks off', async () => {
    const memory = new MemoryEngine();
    const [one, refused, broken, other] = await Promise.allSettled([
      memory.attempt((tx) => tx.create('trip', tripFields('One'))),
      memory.attempt((tx) => (tx.create('trip', tripFields('Refused')), tx.existing('trip', noSuchId))),
      memory.attempt((tx) => {
        tx.create('trip', tripFields('Broken'));
        throw new Error('A broken invariant');
      }),
      memory.attempt((tx) => tx.create('trip', tripFields('Other'))),
    ]);
    expect([one, other]).toEqual([
      { status: 'fulfilled', value: expect.objectContaining({ ok: true }) },
      { status: 'fulfilled', value: expect.objectContaining({ ok: true }) },
    ]);
    expect(refused).toMatchObject({ value: { ok: false, failure: { code: 'not-found' } } });
    expect(broken).toMatchObject({ status: 'rejected' });
    const names = memory.engine.all('trip').map((trip) => trip.title.en);
    expect(names).toEqual(['One', 'Other']);
    expect(memory.engine.snapshot().seq).toBe(2);
  });

  it.each([
    ['ENOSPC', { code: 'disk-full' }],
    ['EDQUOT', { code: 'disk-full' }],
    ['EROFS', { code: 'cannot-write', reason: 'EROFS' }],
    ['EIO', { code: 'cannot-write', reason: 'EIO' }],
  ])('all fail when their write fails with %s, and nothing has changed', async (code, failure) => {
    const memory = new MemoryEngine();
    const trip = await memory.change((tx) => tx.create('trip', tripFields()));
    const before = memory.onDisk();
    memory.failWith = code;
    const results = await Promise.all([
      memory.attempt((tx) => tx.update('trip', trip.id, { purpose: 'x' })),
      memory.attempt((tx) => tx.create('trip', tripFields())),
    ]);
    expect(results).toEqual([
      { ok: false, failure },
      { ok: false, failure },
    ]);
    expect([memory.engine.all('trip'), memory.onDisk()]).toEqual([[trip], before]);

    memory.failWith = null;
    await memory.change((tx) => tx.update('trip', trip.id, { purpose: 'y' }));
    expect(memory.reopened().get('trip', trip.id).purpose).toBe('y');
  });

  it('are each rejected with the cause when the writing itself is broken', async () => {
    const memory = new MemoryEngine();
    memory.failWith = new Error('A broken invariant');
    await expect(memory.attempt((tx) => tx.create('trip', tripFields()))).rejects.toThrow('could not be written');
    expect(memory.engine.all('trip')).toEqual([]);
  });
});

type Step =
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'edit'; readonly which: number; readonly name: string }
  | { readonly kind: 'trash' | 'restore'; readonly which: number }
  | { readonly kind: 'disk'; readonly fails: boolean };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), name: fc.string({ minLength: 1, unit: 'binary' }) }),
  fc.record({ kind: fc.constant('edit' as const), which: fc.nat(5), name: fc.string({ unit: 'binary' }) }),
  fc.record({ kind: fc.constantFrom('trash' as const, 'restore' as const), which: fc.nat(5) }),
  fc.record({ kind: fc.constant('disk' as const), fails: fc.boolean() }),
);

describe('whatever happens', () => {
  it('memory and disk hold what was acknowledged, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 40 }), async (steps) => {
        const memory = new MemoryEngine();
        await memory.change((tx) => tx.create('trip', tripFields('First')));
        const expected = new Map<RecordId, { purpose: string; isTrashed: boolean }>();
        const [first] = memory.engine.all('trip');
        expected.set(first!.id, { purpose: '', isTrashed: false });
        for (const step of steps) {
          if (step.kind === 'disk') {
            memory.failWith = step.fails ? 'ENOSPC' : null;
            continue;
          }
          if (step.kind === 'create') {
            const made = await memory.attempt((tx) => tx.create('trip', { ...tripFields(), purpose: step.name }));
            if (made.ok) expected.set(made.value.id, { purpose: step.name, isTrashed: false });
            continue;
          }
          const ids = [...expected.keys()];
          const id = ids[step.which % ids.length]!;
          const was = expected.get(id)!;
          const done = await memory.attempt((tx) => {
            if (step.kind === 'edit') tx.update('trip', id, { purpose: step.name });
            else tx[step.kind]('trip', id);
          });
          if (!done.ok) continue;
          expected.set(
            id,
            step.kind === 'edit' ? { ...was, purpose: step.name } : { ...was, isTrashed: step.kind === 'trash' },
          );
        }
        for (const { engine } of [memory, memory.reopened()]) {
          const held = [...engine.all('trip'), ...engine.trashed('trip')].map(
            (trip) => [trip.id, { purpose: trip.purpose, isTrashed: trip.deletedAt !== null }] as const,
          );
          expect(new Map(held)).toEqual(expected);
        }
      }),
    );
  });
});
