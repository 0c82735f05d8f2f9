import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { documentOf, parcelOf } from '../../../../../../main/sync/transports/couch/documents';
import type { Parcel } from '../../../../../../main/sync/peer';

const hash = fc.stringMatching(/^[0-9a-f]{32}$/);
const key = 'note:01234567-89ab-4cde-8f01-23456789abcd';

const name = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('_id', '_rev', '$_rev', '$$_deleted', '_', '$', '__proto__', 'constructor', 'into', '_attachments'),
);
const fields = fc
  .array(fc.tuple(name, fc.jsonValue({ maxDepth: 2 })), { maxLength: 8 })
  .map((entries): Record<string, unknown> => Object.fromEntries(entries));

const parcel = fc
  .tuple(fc.array(hash, { minLength: 1, maxLength: 6 }), fc.nat({ max: 3 }), fields, fc.boolean(), fc.boolean())
  .map(([hashes, more, body, isLive, saysWhere]): Parcel => {
    const rev = `${hashes.length + more}-${hashes[0] ?? ''}`;
    const into = saysWhere ? `9-${hashes[0] ?? ''}` : null;
    return {
      key,
      rev,
      ancestors: hashes.slice(1),
      content: isLive ? { kind: 'live', body } : { kind: 'closed', into },
    };
  });

describe('a leaf as a document', () => {
  it('comes back as it went, whatever its fields are called', () => {
    fc.assert(
      fc.property(parcel, (given) => {
        const travelled = JSON.parse(JSON.stringify(documentOf(given))) as Record<string, unknown>;
        expect(JSON.stringify(parcelOf(travelled))).toBe(JSON.stringify(given));
      }),
    );
  });

  it('gives CouchDB no name of its own but those that CouchDB knows', () => {
    fc.assert(
      fc.property(parcel, (given) => {
        const own = Object.keys(documentOf(given)).filter((each) => each.startsWith('_'));
        expect(['_id', '_rev', '_revisions', '_deleted']).toEqual(expect.arrayContaining(own));
      }),
    );
  });

  it('keeps the fields of the record plain', () => {
    const body = { title: 'Courtesy call', _seen: true };
    const rev = `1-${'a'.repeat(32)}`;
    expect(documentOf({ key, rev, ancestors: [], content: { kind: 'live', body } })).toEqual({
      _id: key,
      _rev: rev,
      _revisions: { start: 1, ids: ['a'.repeat(32)] },
      title: 'Courtesy call',
      $_seen: true,
    });
  });
});

describe('a document that is no leaf of ours', () => {
  const rev = `2-${'b'.repeat(32)}`;
  const right = { _id: key, _rev: rev, _revisions: { start: 2, ids: ['b'.repeat(32), 'a'.repeat(32)] }, title: 'x' };

  it.each([
    ['without a key', { ...right, _id: 7 }],
    ['with another key', { ...right, _id: '_design/attache' }],
    ['with a revision of another shape', { ...right, _rev: '2-abc' }],
    ['without revisions', { ...right, _revisions: undefined }],
    ['with revisions that are none', { ...right, _revisions: 'two' }],
    ['with revisions that begin elsewhere', { ...right, _revisions: { start: 3, ids: right._revisions.ids } }],
    ['with revisions of something else', { ...right, _revisions: { start: 2, ids: ['c'.repeat(32)] } }],
    [
      'with more revisions than generations',
      { ...right, _revisions: { start: 2, ids: Array(3).fill('b'.repeat(32)) } },
    ],
    ['with revisions that are no text', { ...right, _revisions: { start: 2, ids: ['b'.repeat(32), {}] } }],
    ['with revisions without end', { ...right, _revisions: { start: 2, ids: Array(100_000).fill('b'.repeat(32)) } }],
  ])('is not read: one %s', (_, document) => {
    expect(parcelOf(document)).toBeNull();
  });

  it('ends nothing when it was deleted by another program', () => {
    expect(parcelOf({ ...right, _deleted: true, title: undefined })?.content).toEqual({ kind: 'closed', into: null });
    expect(parcelOf({ ...right, _deleted: true, into: 'elsewhere' })?.content).toEqual({ kind: 'closed', into: null });
  });

  it('is never a crash', () => {
    const some = fc.record({ _id: fc.anything(), _rev: fc.anything(), _revisions: fc.anything() });
    fc.assert(fc.property(some, (document) => parcelOf(document) === null));
    fc.assert(fc.property(fc.anything(), (odd) => parcelOf({ ...right, _revisions: odd }) === null));
  });
});
