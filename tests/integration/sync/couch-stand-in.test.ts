import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startExpressCouch } from '../../support/couch/express-couch';
import { keyOf } from '../../support/couch/leaves';
import { StrictCouch } from '../../support/couch/stand-in/strict-couch';
import { asking, madeSpace, officer } from '../../support/couch/test-couch';
import type { Said, TestCouch } from '../../support/couch/test-couch';

/** What is told of a document that must be the same on every server that keeps CouchDB's trees. */
interface Told {
  readonly changes: readonly string[];
  readonly isDeleted: boolean;
  readonly winner: unknown;
  readonly leaves: readonly unknown[];
}

type Json = Readonly<Record<string, unknown>>;

/** A revision somewhere in a tree: which earlier one it follows (by place in the list), and how. */
interface Grown {
  readonly after: number;
  readonly letter: string;
  readonly isDeleted: boolean;
  /** How many of the revisions before it are told along. */
  readonly remembers: number;
}

const grown = fc.record({
  after: fc.nat({ max: 12 }),
  letter: fc.nat({ max: 15 }).map((digit) => digit.toString(16)),
  isDeleted: fc.boolean(),
  remembers: fc.nat({ max: 6 }),
});

interface Branch {
  readonly generation: number;
  /** Newest first. */
  readonly ids: readonly string[];
}

/** The revisions as documents; each has a name of its own, so that no two parents have the same child. */
function documentsOf(id: string, list: readonly Grown[]): Json[] {
  const branches: Branch[] = [{ generation: 0, ids: [] }];
  return list.map(({ after, letter, isDeleted, remembers }, nth) => {
    const parent = branches[after % branches.length]!;
    const generation = parent.generation + 1;
    const hash = `${letter}${nth.toString(16).padStart(31, '0')}`;
    const ids = [hash, ...parent.ids];
    branches.push({ generation, ids });
    return {
      ...{ _id: id, _rev: `${generation}-${hash}`, said: nth },
      _revisions: { start: generation, ids: ids.slice(0, Math.max(1, remembers + 1)) },
      ...(isDeleted && { _deleted: true }),
    };
  });
}

describe('the stand-in for CouchDB', () => {
  let strict: StrictCouch;
  let express: TestCouch;

  beforeAll(async () => {
    [strict, express] = await Promise.all([StrictCouch.start(), startExpressCouch()]);
    await madeSpace(strict);
    await madeSpace(express);
  });
  afterAll(async () => {
    await strict.close();
    await express.close();
  });

  async function told(couch: TestCouch, id: string): Promise<Told> {
    const { json: listed } = await asking(couch, 'GET', '/delegations/_changes?style=all_docs');
    const row = (listed as { results: { id: string; deleted?: true; changes: { rev: string }[] }[] }).results.find(
      (each) => each.id === id,
    );
    const changes = (row?.changes ?? []).map(({ rev }) => rev).sort();
    const { json: got } = await asking(couch, 'POST', '/delegations/_bulk_get?revs=true', {
      docs: changes.map((rev) => ({ id, rev })),
    });
    const leaves = (got as { results: { docs: { ok: Json }[] }[] }).results.flatMap(({ docs }) =>
      docs.map(({ ok }) => ok),
    );
    const read = await asking(couch, 'GET', `/delegations/${encodeURIComponent(id)}`);
    const winner = read.status === 200 ? (read.json as Json)['_rev'] : read.status;
    const byRev = (one: Json, other: Json): number => (String(one['_rev']) < String(other['_rev']) ? -1 : 1);
    return { changes, isDeleted: row?.deleted === true, winner, leaves: leaves.sort(byRev) };
  }

  it('grows the same trees as PouchDB: leaves, winners, what is deleted, what came before', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(grown, { minLength: 1, maxLength: 9 }), fc.nat(), async (list, seed) => {
        count += 1;
        const id = keyOf(count);
        const documents = documentsOf(id, list);
        // Any order, and some twice.
        const order = documents.map((_, nth) => documents[(nth * 7 + seed) % documents.length]!);
        for (const document of [...order, ...documents]) {
          for (const couch of [strict, express]) {
            await asking(couch, 'POST', '/delegations/_bulk_docs', { new_edits: false, docs: [document] });
          }
        }
        expect(await told(strict, id)).toEqual(await told(express, id));
      }),
      { numRuns: 40 },
    );
  });

  it('answers edits as PouchDB does: what follows, what conflicts, what is gone', async () => {
    const both = async (method: string, path: string, json?: unknown): Promise<Said> => {
      const [one, other] = [await asking(strict, method, path, json), await asking(express, method, path, json)];
      const bare = ({ status, json: said }: Said): unknown => [status, (said as Json)['error'] ?? null];
      expect(bare(one)).toEqual(bare(other));
      return one;
    };
    const path = '/delegations/edited';
    await both('GET', path);
    const first = (await both('PUT', path, { a: 1 })).json as { rev: string };
    await both('PUT', path, { a: 2 });
    await both('PUT', path, { a: 2, _rev: '1-00000000000000000000000000000000' });
    await both('GET', `${path}?rev=9-00000000000000000000000000000000`);
    expect((await asking(strict, 'PUT', path, { a: 2, _rev: first.rev })).status).toBe(201);
  });

  it('refuses what CouchDB refuses and PouchDB lets pass', async () => {
    const path = '/delegations';
    const bad = [
      await asking(strict, 'GET', `${path}/_changes?since=12`),
      await asking(strict, 'GET', `${path}/_changes?since=nonsense`),
      await asking(strict, 'POST', `${path}/_bulk_get`, { docs: [] }, null),
      await asking(strict, 'POST', `${path}/_bulk_get`, { docs: [] }, { ...officer, password: 'wrong' }),
      await asking(strict, 'POST', `${path}/_bulk_docs`, { docs: [{ _id: 'x', text: 'x'.repeat(8_000_000) }] }),
      await asking(strict, 'POST', `${path}/_bulk_docs`, { docs: [{ _id: 'x', text: 'half \ud842' }] }),
      await asking(strict, 'POST', `${path}/_bulk_docs`, { docs: [{ _id: 'x', _odd: 1 }] }),
      await asking(strict, 'POST', `${path}/_bulk_docs`, { new_edits: false, docs: [{ _id: 'x' }] }),
      await asking(strict, 'PUT', `${path}/_design/mine`, {}, officer),
      await asking(strict, 'PUT', '/Capital'),
      await asking(strict, 'PUT', path),
    ];
    expect(bad.map(({ status }) => status)).toEqual([400, 400, 401, 401, 413, 400, 400, 400, 401, 400, 412]);
  });

  it('tells of what is missing as CouchDB does', async () => {
    const rev = `1-${'a'.repeat(32)}`;
    const got = await asking(strict, 'POST', '/delegations/_bulk_get', { docs: [{ id: 'none', rev }] });
    const error = { id: 'none', rev, error: 'not_found', reason: 'missing' };
    expect(got.json).toEqual({ results: [{ id: 'none', docs: [{ error }] }] });
    const docs = [{ _id: 'known', _rev: rev, _revisions: { start: 1, ids: ['a'.repeat(32)] } }];
    await asking(strict, 'POST', '/delegations/_bulk_docs', { new_edits: false, docs });
    const next = `2-${'b'.repeat(32)}`;
    const lacking = await asking(strict, 'POST', '/delegations/_revs_diff', { known: [rev, next], none: [rev] });
    expect(lacking.json).toEqual({ known: { missing: [next], possible_ancestors: [rev] }, none: { missing: [rev] } });
  });

  it('forgets what stands more than a thousand revisions back, and what compaction takes', async () => {
    const hash = (nth: number): string => nth.toString(16).padStart(32, '0');
    const revisions = (start: number): Json => ({
      ...{ _id: 'long', _rev: `${start}-${hash(start)}`, said: start },
      _revisions: { start, ids: Array.from({ length: 1000 }, (_, nth) => hash(start - nth)) },
    });
    await asking(strict, 'POST', '/delegations/_bulk_docs', {
      new_edits: false,
      docs: [revisions(1000), revisions(1600)],
    });
    const names = { long: [1, 600, 601, 1000, 1600].map((nth) => `${nth}-${hash(nth)}`) };
    const { json } = await asking(strict, 'POST', '/delegations/_revs_diff', names);
    expect(json).toMatchObject({ long: { missing: names.long.slice(0, 2) } });
    const old = `/delegations/long?rev=1000-${hash(1000)}`;
    expect((await asking(strict, 'GET', old)).status).toBe(200);
    strict.database('delegations').compact();
    expect((await asking(strict, 'GET', old)).status).toBe(404);
  });
});
