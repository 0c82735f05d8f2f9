import { execFile } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { recordTypes } from '@shared/domain/records';
import type { Parcel, Peer } from '../../../main/sync/peer';
import { couchPeer } from '../../../main/sync/transports/couch/couch-peer';
import { startExpressCouch } from '../../support/couch/express-couch';
import { keyOf, live, revOf } from '../../support/couch/leaves';
import { hotelPage } from '../../support/couch/stand-in/faults';
import { StrictCouch } from '../../support/couch/stand-in/strict-couch';
import { asking, officer } from '../../support/couch/test-couch';
import type { Said, TestCouch } from '../../support/couch/test-couch';

interface Ran {
  readonly code: number;
  readonly output: string;
}

async function couchInit(args: readonly string[], environment: Record<string, string> = {}): Promise<Ran> {
  const { PATH } = process.env;
  const ran = await new Promise<Ran>((resolve) => {
    const options = { env: { PATH, ...environment } };
    execFile(process.execPath, ['build/commands/couch-init.mjs', ...args], options, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: out + err }),
    );
  });
  for (const secret of [environment['ATTACHE_COUCH_PASSWORD'], 'Basic ']) {
    if (secret !== undefined && secret !== '') expect(ran.output).not.toContain(secret);
  }
  return ran;
}

const withName = ({ url }: TestCouch, name: string, path: string): string =>
  `${url.replace('//', `//${name}@`)}${path}`;

let couch: TestCouch;

const prepared = (path = '/delegations', args: readonly string[] = []): Promise<Ran> =>
  couchInit([withName(couch, couch.admin.name, path), ...args], { ATTACHE_COUCH_PASSWORD: couch.admin.password });

const admitted = (name: string, roles: readonly string[]): Promise<Said> =>
  asking(couch, 'PUT', `/_users/org.couchdb.user:${name}`, {
    ...{ _id: `org.couchdb.user:${name}`, type: 'user', name, password: officer.password, roles },
  });

const entered = (name: string): Peer =>
  couchPeer({
    url: `${couch.url}/delegations`,
    fetch,
    credentials: { kind: 'basic', name, password: officer.password },
  });

afterEach(() => couch.close());

describe.each<[string, () => Promise<TestCouch>]>([
  ['PouchDB\u2019s server', startExpressCouch],
  ['CouchDB 3, strictly', () => StrictCouch.start()],
])('preparing a space on %s', (_, start) => {
  beforeEach(async () => {
    couch = await start();
  });

  it('makes the database, lets members in and nobody else, and says what it did', async () => {
    const { code, output } = await prepared();
    expect([code, output]).toEqual([0, expect.stringContaining('The database "delegations" was made.')]);
    expect(output).toContain('Who has the role "attache" may read and write it');
    expect(output).toContain('The rules for what may be written are written.');
    expect(output).toContain('making a database takes an administrator of the server');
    await admitted(officer.name, ['attache']);
    await admitted('stranger', ['other']);
    expect(await entered(officer.name).take([live(1, 'a')])).toEqual([]);
    await expect(entered('stranger').changes(null, 1)).rejects.toMatchObject({
      problem: { code: expect.stringMatching(/^not-/) },
    });
  });

  it('changes nothing when it is done again', async () => {
    await prepared();
    const before = await asking(couch, 'GET', '/delegations/_design/attache');
    const { code, output } = await prepared();
    expect(code).toBe(0);
    expect(output).toContain('was there already.');
    expect(output).toContain('may read and write it, as before.');
    expect(output).toContain('The rules for what may be written are there already.');
    expect(await asking(couch, 'GET', '/delegations/_design/attache')).toEqual(before);
  });

  it('brings old rules up to date, and takes nobody away who was let in', async () => {
    await asking(couch, 'PUT', '/delegations');
    const nobody = { names: [], roles: [] };
    const members = { names: ['auditor'], roles: ['readers'] };
    await asking(couch, 'PUT', '/delegations/_security', { admins: nobody, members });
    await asking(couch, 'PUT', '/delegations/_design/attache', { validate_doc_update: 'function () {}' });
    const { code, output } = await prepared('/delegations', ['--role', 'mission']);
    expect([code, output]).toEqual([0, expect.stringContaining('are brought up to date')]);
    const { json } = await asking(couch, 'GET', '/delegations/_security');
    expect(json).toMatchObject({ members: { names: ['auditor'], roles: ['readers', 'mission'] } });
  });

  it('lets another role in beside the first when it is given one', async () => {
    await prepared();
    const { code, output } = await prepared('/delegations', ['--role', 'mission']);
    expect([code, output]).toEqual([0, expect.stringContaining('are brought up to date')]);
    await admitted('second', ['mission']);
    expect(await entered('second').take([live(1, 'a')])).toEqual([]);
    const { json } = await asking(couch, 'GET', '/delegations/_design/attache');
    expect(json).toMatchObject({ validate_doc_update: expect.stringMatching(/^function \(/) });
  });

  it('has rules that take every kind of record, files, and ends of branches', async () => {
    await prepared();
    await admitted(officer.name, ['attache']);
    const peer = entered(officer.name);
    const [, id = ''] = keyOf(1).split(':');
    const records = recordTypes.map((type): Parcel => {
      const body = { type, id, schema: 1, ['_odd']: 1, later: { unknown: true } };
      return { key: `${type}:${id}`, rev: revOf(3, 'a'), ancestors: ['b'.repeat(32)], content: { kind: 'live', body } };
    });
    const ends = (['c', 'd'] as const).map((letter): Parcel => {
      const into = letter === 'c' ? revOf(3, 'a') : null;
      return { key: keyOf(1), rev: revOf(3, letter), ancestors: ['e'.repeat(32)], content: { kind: 'closed', into } };
    });
    const sealed: Parcel = { ...live(7, 'a'), content: { kind: 'live', body: { e: 'c2VhbGVk' } } };
    expect(await peer.take([...records, ...ends, sealed])).toEqual([]);
    const sha256 = '0123456789abcdef'.repeat(4);
    await peer.takeFile(sha256, Buffer.from('a file'));
    expect(await peer.missingFiles([sha256])).toEqual([]);
  });

  it('has rules that refuse what is no record, whoever brings it', async () => {
    await prepared();
    await admitted(officer.name, ['attache']);
    const rev = revOf(1, 'a');
    const place = { _rev: rev, _revisions: { start: 1, ids: ['a'.repeat(32)] } };
    const bad = [
      { _id: 'shopping', list: ['tea'] },
      { _id: keyOf(1).replace('note', 'gossip'), type: 'gossip' },
      { _id: keyOf(1).toUpperCase() },
      { _id: keyOf(1), type: 'trip' },
      { _id: keyOf(1), id: 'other' },
      { _id: keyOf(2), _deleted: true, into: 'nowhere' },
      { _id: keyOf(2), _deleted: true, into: rev, title: 'kept' },
      { _id: `blob:${'a'.repeat(64)}`, title: 'no file' },
      { _id: 'blob:short' },
    ].map((each) => ({ ...place, ...each }));
    for (const who of [undefined, officer]) {
      const { json } = await asking(couch, 'POST', '/delegations/_bulk_docs', { new_edits: false, docs: bad }, who);
      expect(
        (json as { error: string; reason: string }[]).map(({ error, reason }) => [error, reason.slice(0, 9)]),
      ).toEqual(bad.map(() => ['forbidden', 'Attach\u00e9: ']));
    }
    const wrong: Parcel = { ...live(1, 'a'), content: { kind: 'live', body: { type: 'trip' } } };
    expect(await entered(officer.name).take([wrong])).toMatchObject([{ why: 'invalid' }]);
  });
});

describe('preparing a space', () => {
  let strict: StrictCouch;

  beforeEach(async () => {
    strict = await StrictCouch.start();
    couch = strict;
  });

  it('keeps those from writing whom nothing but an open door lets in', async () => {
    await prepared();
    const nobody = { names: [], roles: [] };
    await asking(couch, 'PUT', '/delegations/_security', { admins: nobody, members: nobody });
    await admitted('stranger', []);
    expect(await entered('stranger').take([live(1, 'a')])).toMatchObject([{ why: 'not-allowed' }]);
  });

  it('lets nobody but administrators delete a file', async () => {
    await prepared();
    await admitted(officer.name, ['attache']);
    const sha256 = 'ab'.repeat(32);
    await entered(officer.name).takeFile(sha256, Buffer.from('a file'));
    const path = `/delegations/blob%3A${sha256}?rev=1-${sha256.slice(0, 32)}`;
    expect((await asking(couch, 'DELETE', path, undefined, officer)).status).toBe(403);
    expect((await asking(couch, 'DELETE', path)).status).toBe(200);
  });

  it('may be done by an administrator of the database, who cannot make it', async () => {
    await admitted('keeper', []);
    const keeper = (): Promise<Ran> =>
      couchInit([withName(couch, 'keeper', '/delegations')], { ATTACHE_COUCH_PASSWORD: officer.password });
    const without = await keeper();
    expect([without.code, without.output]).toEqual([
      1,
      expect.stringContaining('Only an administrator of the server makes one'),
    ]);
    await asking(couch, 'PUT', '/delegations');
    const admins = { names: ['keeper'], roles: [] };
    await asking(couch, 'PUT', '/delegations/_security', { admins, members: { names: [], roles: ['_admin'] } });
    const { code, output } = await keeper();
    expect([code, output]).toEqual([0, expect.stringContaining('You are no administrator of the server.')]);
  });

  it('is not done by a member, who is told what it takes', async () => {
    await prepared();
    await admitted(officer.name, ['attache']);
    const { code, output } = await couchInit([withName(couch, officer.name, '/delegations'), '--role', 'other'], {
      ATTACHE_COUCH_PASSWORD: officer.password,
    });
    expect([code, output]).toEqual([1, expect.stringContaining('It takes an administrator of the server')]);
  });

  it.each<[string, () => Promise<Ran>, string]>([
    [
      'a wrong password',
      () => couchInit([withName(couch, 'boss', '/d')], { ATTACHE_COUCH_PASSWORD: 'wrong-one' }),
      'does not know this name',
    ],
    [
      'a password in the address',
      () => couchInit([withName(couch, 'boss:secret-word', '/d')]),
      'Leave the password out',
    ],
    ['nobody to type the password', () => couchInit([withName(couch, 'boss', '/d')]), 'ATTACHE_COUCH_PASSWORD'],
    ['no name', () => couchInit([`${couch.url}/d`]), 'ATTACHE_COUCH_ADMIN'],
    ['no address', () => couchInit([]), 'npm run couch:init -- https://'],
    ['two addresses', () => couchInit(['https://a@b/c', 'https://a@b/c']), 'npm run couch:init'],
    ['an unknown option', () => couchInit(['--drop']), 'npm run couch:init'],
    ['a database that cannot be', () => couchInit([withName(couch, 'boss', '/_users')]), 'is no name of a database'],
    [
      'nobody there',
      () => couchInit(['http://boss@127.0.0.1:9/d'], { ATTACHE_COUCH_PASSWORD: 'pass-word' }),
      'cannot be reached',
    ],
  ])('says in words what is wrong: %s', async (_, run, words) => {
    const { code, output } = await run();
    expect([code, output]).toEqual([1, expect.stringContaining(words)]);
    expect(output).not.toMatch(/secret-word|\bat .*\.mjs:/);
  });

  it('says so when a page answers, or another place', async () => {
    strict.faults.plan(hotelPage);
    expect((await prepared()).output).toContain('is not a CouchDB');
    strict.faults.plan({ kind: 'elsewhere', location: 'https://elsewhere.example/' });
    expect((await prepared()).output).toContain('sends elsewhere');
    const old = { kind: 'answer', status: 200, type: 'application/json' } as const;
    strict.faults.plan({ ...old, body: '{"couchdb":"Welcome","version":"1.7.2"}' });
    expect((await prepared()).output).toContain('needs 3 or newer');
  });

  it('does not say that all is well where the rules are not kept', async () => {
    strict.faults.plan({ kind: 'answer', status: 201, type: 'application/json', body: '[]' }, { path: /_bulk_docs/ });
    const { code, output } = await prepared();
    expect([code, output]).toEqual([1, expect.stringContaining('the server does not keep to them')]);
  });
});
