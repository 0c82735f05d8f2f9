import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { identityOf } from '@main/sync/bundle/bundle-key';
import type { BundleKey } from '@main/sync/bundle/bundle-key';
import { whatOpens } from '@main/sync/bundle/read-bundle';
import { writeBundle } from '@main/sync/bundle/write-bundle';
import type { Parcel } from '@main/sync/peer';
import { failed } from '@shared/result';
import { valueOf } from '../../../../builders/result';
import {
  allOf,
  closedParcel,
  codeOf,
  heading,
  inPieces,
  made,
  noteParcel,
  passphrase,
  quickLock,
  readFrom,
  sha256Of,
  Taken,
} from './bundles';

const hex = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: length, maxLength: length });
const revision = fc.tuple(fc.integer({ min: 1, max: 900 }), hex(32)).map(([nth, hash]) => `${nth}-${hash}`);
const json = fc.jsonValue({ maxDepth: 3 });
const parcel: fc.Arbitrary<Parcel> = fc.record({
  key: fc.tuple(fc.constantFrom('note', 'trip', 'itinerary-item'), fc.uuid()).map(([type, id]) => `${type}:${id}`),
  rev: revision,
  ancestors: fc.array(hex(32), { maxLength: 5 }),
  content: fc.oneof(
    fc.record({ kind: fc.constant('live' as const), body: fc.dictionary(fc.string(), json) }),
    fc.record({ kind: fc.constant('closed' as const), into: fc.option(revision) }),
  ),
});
const file = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  // Longer than one part of age's, than one of gzip's, and exactly as long.
  fc.constantFrom(65_535, 65_536, 65_537, 200_000).map((length) => new Uint8Array(length).fill(7)),
);

describe('a bundle that was written', () => {
  it('is read back the same, in its order, its files before its leaves', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(parcel, { maxLength: 30, selector: ({ key, rev }) => `${key} ${rev}` }),
        fc.array(file, { maxLength: 4 }),
        async (parcels, files) => {
          const bundle = valueOf(await readFrom(await made({ parcels, files })));
          const taken = new Taken();
          valueOf(await bundle.takeOut(taken));
          // What JSON keeps of it: -0 is 0 in every store.
          expect(taken.leaves).toEqual(JSON.parse(JSON.stringify(parcels)));
          expect(bundle.parcels).toEqual(taken.leaves);
          expect([...taken.files.keys()].sort()).toEqual([...new Set(files.map(sha256Of))].sort());
          for (const [sha256, bytes] of taken.files) expect(sha256Of(bytes)).toBe(sha256);
          expect(taken.order.at(-1)).toBe('parcels');
          expect(taken.order.filter((each) => each === 'parcels')).toHaveLength(1);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('says what it holds, who made it, where and when', async () => {
    const holds = { kind: 'trip', tripId: '3d1d5bfe-1c0c-4d3a-93f5-7f6c0d1c2b3a' } as const;
    const bundle = valueOf(
      await readFrom(
        await made({ parcels: [noteParcel], files: [Buffer.from('photo')], heading: { ...heading, holds } }),
      ),
    );
    expect(bundle.header).toEqual({
      ...heading,
      holds,
      format: 'attache-bundle',
      version: 1,
      counts: { leaves: 1, files: 1, fileBytes: 5 },
    });
  });

  it('holds a leaf and a file once, however often they were given', async () => {
    const photo = Buffer.from('photo');
    const bundle = valueOf(
      await readFrom(await made({ parcels: [noteParcel, closedParcel, noteParcel], files: [photo, photo] })),
    );
    expect(bundle.parcels).toEqual([noteParcel, closedParcel]);
    expect(bundle.newFiles).toHaveLength(1);
  });

  it('keeps what else the sender knows of a leaf at home', async () => {
    const draft = { ...noteParcel, content: { ...noteParcel.content, isDraft: true }, shown: 1 };
    expect(valueOf(await readFrom(await made({ parcels: [draft] }))).parcels).toEqual([noteParcel]);
  });

  it('hands out only files that are not here', async () => {
    const [here, news] = [Buffer.from('here'), Buffer.from('news')];
    const bytes = await made({ parcels: [noteParcel], files: [here, news] });
    const bundle = valueOf(await readFrom(bytes, { hasFile: (sha256) => Promise.resolve(sha256 === sha256Of(here)) }));
    const taken = new Taken();
    valueOf(await bundle.takeOut(taken));
    expect([...taken.files.keys()]).toEqual([sha256Of(news)]);
  });

  it('says which files could not be read where it was made, and brings the others', async () => {
    const [sound, lost, rotten] = ['sound', 'lost', 'rotten'].map((text) => Buffer.from(text)) as [
      Buffer,
      Buffer,
      Buffer,
    ];
    const kept = new Map([
      [sha256Of(sound), sound],
      [sha256Of(rotten), Buffer.from('rotted')],
    ]);
    const files = [lost, rotten, sound].map((bytes) => ({ sha256: sha256Of(bytes), size: bytes.length }));
    const bytes = await allOf(
      writeBundle(
        { heading, parcels: [noteParcel], files, file: (sha256) => Promise.resolve(kept.get(sha256) ?? null) },
        { lock: quickLock, key: passphrase },
      ),
    );
    const bundle = valueOf(await readFrom(bytes));
    expect(bundle.lacking).toEqual([sha256Of(lost), sha256Of(rotten)]);
    expect(bundle.newFiles).toEqual([{ sha256: sha256Of(sound), size: 5 }]);
    const taken = new Taken();
    valueOf(await bundle.takeOut(taken));
    expect([...taken.files.keys()]).toEqual([sha256Of(sound)]);
    expect(taken.leaves).toEqual([noteParcel]);
  });

  it('takes nothing of the leaves in when a file could not be kept, and the rest when it is tried again', async () => {
    const files = [Buffer.from('one'), Buffer.from('two')];
    const kept = new Taken();
    const bundle = valueOf(
      await readFrom(await made({ parcels: [noteParcel], files }), {
        hasFile: (sha256) => Promise.resolve(kept.files.has(sha256)),
      }),
    );
    let room = 1;
    const taker = {
      parcels: kept.parcels,
      file: (sha256: string, bytes: Uint8Array) => {
        room -= 1;
        return room < 0 ? Promise.resolve(failed({ code: 'disk-full' })) : kept.file(sha256, bytes);
      },
    };
    expect(codeOf(await bundle.takeOut(taker))).toBe('disk-full');
    expect(kept.order).toEqual(['file']);
    room = 1;
    valueOf(await bundle.takeOut(taker));
    expect(kept.order).toEqual(['file', 'file', 'parcels']);
  });
});

describe('the lock of a bundle', () => {
  const spaceKey: BundleKey = { kind: 'space-key', identity: identityOf(new Uint8Array(32).fill(9)) };

  it('is opened by the key of the space', async () => {
    const bytes = await made({ parcels: [noteParcel], key: spaceKey });
    expect(valueOf(await readFrom(bytes, { key: spaceKey })).parcels).toEqual([noteParcel]);
    const open = (): AsyncIterable<Uint8Array> => inPieces(bytes);
    expect(await whatOpens({ size: bytes.length, open })).toEqual({ ok: true, value: 'space-key' });
  });

  it('asks for what opens it, and tells a wrong key from a missing one', async () => {
    const byWords = await made({ parcels: [] });
    const byKey = await made({ parcels: [], key: spaceKey });
    const otherKey: BundleKey = { kind: 'space-key', identity: identityOf(new Uint8Array(32).fill(8)) };
    const otherWords: BundleKey = { kind: 'passphrase', passphrase: 'Four words of a sample' };
    expect(codeOf(await readFrom(byWords, { key: otherWords }))).toBe('bundle-wrong-passphrase');
    expect(codeOf(await readFrom(byWords, { key: spaceKey }))).toBe('bundle-needs-passphrase');
    expect(codeOf(await readFrom(byKey, { key: otherKey }))).toBe('bundle-wrong-space-key');
    expect(codeOf(await readFrom(byKey))).toBe('bundle-needs-space-key');
  });

  it('is opened by a passphrase that another input method typed in wide letters', async () => {
    const bytes = await made({ parcels: [noteParcel], key: { kind: 'passphrase', passphrase: 'abc Ａé' } });
    const typed: BundleKey = { kind: 'passphrase', passphrase: 'ａｂｃ Ae\u0301' };
    expect(codeOf(await readFrom(bytes, { key: typed }))).toBeNull();
  });

  it('is one that other tools open', async () => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase('four words of a sample');
    const text = gunzipSync(await decrypter.decrypt(await made({ parcels: [noteParcel] }))).toString('utf8');
    expect(JSON.parse(text.split('\n')[2] ?? '')).toEqual(noteParcel);
  });

  it('has the identity that age writes for the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (secret) => {
        expect(await identityToRecipient(identityOf(secret))).toMatch(/^age1/);
      }),
      { numRuns: 20 },
    );
    const theirs = await generateX25519Identity();
    expect(identityOf(new Uint8Array(32))).toHaveLength(theirs.length);
    expect(() => identityOf(new Uint8Array(31))).toThrow(RangeError);
  });
});
