import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { addAttachment, readAttachment } from '@main/services/attachments';
import { keepDrafts } from '@main/services/drafts';
import type { Session } from '@main/services/session';
import { intent, makeTrip, tripFields, valueOf } from '../storage/opened';
import { everyFile, temporaryFolder } from '../storage/temporary-folder';
import { another, keychainOf, passphrase, stopwatch } from '../storage/vaults';
import { openIn, settled, startedIn } from './sessions';

const word = 'Quokkaberry';
const chinese = '青稞酒';

/** Puts the words everywhere where words go, and names them again. */
async function plantWords(session: Session): Promise<string> {
  const { office } = openIn(session);
  const trip = await makeTrip(office.context.store, `${word} trip (sample)`);
  const subject = { type: 'trip' as const, id: trip.id };
  const bytes = Buffer.from(`${word} ${chinese} in a file`);
  const file = { subject, name: `${word}.txt`, mime: 'text/plain', bytes };
  const { attachment } = valueOf(await addAttachment(office.context, office.blobs, file));
  valueOf(await office.backups.make());
  valueOf(await office.remembered.update(() => ({ places: { 'table:trips': `filter ${word}` } })));
  valueOf(
    await keepDrafts(
      office.remembered,
      [{ key: 'trip:new', values: { purpose: chinese } }],
      '/trips',
      office.context.now(),
    ),
  );
  return attachment.id;
}

async function hasWords(folder: string): Promise<string[]> {
  const needles = [word, chinese].flatMap((each) => [Buffer.from(each, 'utf8'), Buffer.from(each, 'utf16le')]);
  const all = Object.entries(await everyFile(folder));
  return all
    .filter(([name, text]) => name.includes(word) || needles.some((needle) => text.includes(needle.toString('latin1'))))
    .map(([name]) => name);
}

async function protect(session: Session): Promise<string> {
  const { protection } = openIn(session);
  const { recoveryKey } = valueOf(await protection.begin(passphrase));
  valueOf(await protection.protect());
  await settled(session);
  return recoveryKey;
}

describe('a folder that is given a passphrase', () => {
  it('holds no word of what it held, and gives all of it back', async () => {
    const folder = await temporaryFolder();
    const session = await startedIn(folder);
    const attachment = await plantWords(session);
    await mkdir(join(folder, 'quarantine'));
    await writeFile(join(folder, 'quarantine', 'settings-20260101-000000.json'), `{"places":"${word}"}`);
    // The records, the file, what is remembered, and what was set aside; the backup is packed.
    expect((await hasWords(folder)).length).toBeGreaterThanOrEqual(4);

    await protect(session);
    expect(openIn(session).protection.status()).toMatchObject({ isSet: true, work: null, left: 0 });
    expect(await hasWords(folder)).toEqual([]);
    await plantWords(session);
    expect(await session.lock('/trips')).toBe(true);
    expect(await hasWords(folder)).toEqual([]);

    expect(await session.unlock({ by: 'passphrase', passphrase })).toEqual({
      ok: true,
      value: { place: '/trips', mayRenewPassphrase: false },
    });
    const { office } = openIn(session);
    expect(office.context.store.all('trip').map(({ title }) => title.en)).toEqual(
      Array(2).fill(`${word} trip (sample)`),
    );
    const read = valueOf(await readAttachment(office.context, office.blobs, attachment));
    expect(Buffer.from(read.bytes).toString()).toBe(`${word} ${chinese} in a file`);
    expect(office.remembered.get()).toMatchObject({
      places: { 'table:trips': `filter ${word}` },
      drafts: [{ key: 'trip:new', place: '/trips', values: { purpose: chinese } }],
    });
    expect(valueOf(await office.backups.list()).every(({ isSealed, isDamaged }) => isSealed && !isDamaged)).toBe(true);
  });

  it('is locked from the next start on, and opens by each of its keys', async () => {
    const folder = await temporaryFolder();
    const first = await startedIn(folder);
    await plantWords(first);
    const recoveryKey = await protect(first);
    valueOf(await openIn(first).protection.useKeychain(true));
    await first.close();
    for (const how of [
      { by: 'passphrase' as const, passphrase },
      { by: 'recovery-key' as const, recoveryKey },
      { by: 'keychain' as const },
    ]) {
      const session = await startedIn(folder);
      expect(session.stage.kind).toBe('locked');
      valueOf(await session.unlock(how));
      expect(openIn(session).office.context.store.all('trip')).toHaveLength(1);
      expect(openIn(session).protection.mayRenewPassphrase).toBe(how.by === 'recovery-key');
      await session.close();
    }
  });

  it('tells of a wrong passphrase and of the wait, and forgets nothing', async () => {
    const folder = await temporaryFolder();
    const first = await startedIn(folder);
    await plantWords(first);
    await protect(first);
    await first.close();
    const { ticks, pass } = stopwatch();
    const session = await startedIn(folder, { ticks });
    const wrong = { by: 'passphrase' as const, passphrase: another };
    expect(await session.unlock(wrong)).toMatchObject({
      failure: { code: 'wrong-passphrase', tries: 1, waitSeconds: 1 },
    });
    expect(session.status()).toMatchObject({ isSet: true, wrongTries: 1, waitSeconds: 1 });
    expect(await session.unlock(wrong)).toMatchObject({ failure: { code: 'too-early' } });
    pass(1);
    expect(await session.unlock(wrong)).toMatchObject({
      failure: { code: 'wrong-passphrase', tries: 2, waitSeconds: 2 },
    });
    pass(2);
    valueOf(await session.unlock({ by: 'passphrase', passphrase }));
    expect(session.status()).toMatchObject({ wrongTries: 0, waitSeconds: 0 });
  });

  it('takes a new passphrase for the old one, or without it after the recovery key', async () => {
    const folder = await temporaryFolder();
    const { ticks, pass } = stopwatch();
    const session = await startedIn(folder, { ticks });
    const recoveryKey = await protect(session);
    const { protection } = openIn(session);
    expect(await protection.changePassphrase('quite another one', another)).toMatchObject({
      failure: { code: 'wrong-passphrase' },
    });
    pass(30);
    expect(await protection.changePassphrase(null, another)).toMatchObject({ ok: false });
    valueOf(await protection.changePassphrase(passphrase, another));
    await session.lock(null);
    expect(await session.unlock({ by: 'passphrase', passphrase })).toMatchObject({ ok: false });
    pass(30);
    valueOf(await session.unlock({ by: 'recovery-key', recoveryKey }));
    valueOf(await openIn(session).protection.changePassphrase(null, passphrase));
    expect(openIn(session).protection.mayRenewPassphrase).toBe(false);
    const renewed = valueOf(await openIn(session).protection.renewRecoveryKey(passphrase));
    await session.lock(null);
    expect(await session.unlock({ by: 'recovery-key', recoveryKey })).toMatchObject({ ok: false });
    pass(30);
    valueOf(await session.unlock({ by: 'recovery-key', ...renewed }));
  });

  it('is readable again when it is taken away', async () => {
    const folder = await temporaryFolder();
    const session = await startedIn(folder);
    await plantWords(session);
    await protect(session);
    const { protection } = openIn(session);
    expect(await protection.turnOff(another, false)).toMatchObject({ failure: { code: 'wrong-passphrase' } });
    expect(await hasWords(folder)).toEqual([]);
    await session.close();

    const { ticks, pass } = stopwatch();
    const again = await startedIn(folder, { ticks });
    pass(1);
    valueOf(await again.unlock({ by: 'passphrase', passphrase }));
    valueOf(await openIn(again).protection.turnOff(passphrase, false));
    expect(again.status()).toMatchObject({ isSet: false });
    expect((await hasWords(folder)).length).toBeGreaterThanOrEqual(3);
    expect(Object.keys(await everyFile(folder)).filter((name) => name.startsWith('vault'))).toEqual([]);
    expect(await again.lock(null)).toBe(false);
    await again.close();
    expect(openIn(await startedIn(folder)).office.context.store.all('trip')).toHaveLength(1);
  });

  it('does not lose the keys of a file that cannot be opened', async () => {
    const folder = await temporaryFolder();
    const session = await startedIn(folder);
    await plantWords(session);
    await protect(session);
    const [path = ''] = Object.keys(await everyFile(folder)).filter((name) => name.startsWith('files'));
    const bytes = await readFile(join(folder, path));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(join(folder, path), bytes);
    const { protection } = openIn(session);
    expect(await protection.turnOff(passphrase, false)).toEqual({
      ok: false,
      failure: { code: 'still-sealed', left: 1 },
    });
    await settled(session);
    expect(await hasWords(folder)).toEqual([]);
    valueOf(await protection.turnOff(passphrase, true));
    const kept = Object.keys(await everyFile(folder)).filter((name) => name.startsWith('quarantine'));
    expect(kept).toEqual([expect.stringContaining('vault')]);
    // Kept where nothing is deleted, the keys open it as they did.
    await copyFile(join(folder, kept[0] ?? ''), join(folder, 'vault.json'));
    await session.close();
    expect((await startedIn(folder)).stage.kind).toBe('open');
  });
});

describe('a passphrase that was begun', () => {
  it('is as if it had never been, when its recovery key was not written down', async () => {
    const folder = await temporaryFolder();
    const session = await startedIn(folder);
    await plantWords(session);
    valueOf(await openIn(session).protection.begin(passphrase));
    expect(session.status().isSet).toBe(false);
    expect(await session.lock(null)).toBe(false);
    await session.close();
    const again = await startedIn(folder);
    expect(openIn(again).office.context.store.all('trip')).toHaveLength(1);
    expect(Object.keys(await everyFile(folder)).filter((name) => name.startsWith('vault'))).toEqual([]);
    valueOf(await openIn(again).protection.begin(another));
    valueOf(await openIn(again).protection.giveUp());
    expect(await openIn(again).protection.protect()).toMatchObject({ failure: { code: 'not-protected' } });
  });

  it('must be long enough', async () => {
    const session = await startedIn(await temporaryFolder());
    expect(await openIn(session).protection.begin('short')).toMatchObject({
      failure: { code: 'passphrase-too-short' },
    });
    expect(session.status().isSet).toBe(false);
  });
});

describe('locking', () => {
  it('lets what is being written end, and answers nothing afterwards', async () => {
    const folder = await temporaryFolder();
    const session = await startedIn(folder);
    await protect(session);
    const { office } = openIn(session);
    const { store } = office.context;
    const writing = store.transact(intent, (tx) => tx.create('trip', tripFields('The last words (sample)')));
    const locked = session.lock(null);
    valueOf(await writing);
    expect(await locked).toBe(true);
    expect(await store.transact(intent, (tx) => tx.create('trip', tripFields('Too late')))).toMatchObject({
      ok: false,
    });
    valueOf(await session.unlock({ by: 'passphrase', passphrase }));
    expect(
      openIn(session)
        .office.context.store.all('trip')
        .map(({ title }) => title.en),
    ).toEqual(['The last words (sample)']);
  });

  it('goes on with the sealing that it broke off', async () => {
    const folder = await temporaryFolder();
    const session = await startedIn(folder);
    await plantWords(session);
    const { protection } = openIn(session);
    valueOf(await protection.begin(passphrase));
    valueOf(await protection.protect());
    await session.lock(null);
    valueOf(await session.unlock({ by: 'passphrase', passphrase }));
    await settled(session);
    expect(await hasWords(folder)).toEqual([]);
  });

  it('does not open with the keychain of another account', async () => {
    const folder = await temporaryFolder();
    const first = await startedIn(folder);
    await protect(first);
    valueOf(await openIn(first).protection.useKeychain(true));
    await first.close();
    const session = await startedIn(folder, { keychain: keychainOf(8) });
    expect(await session.unlock({ by: 'keychain' })).toMatchObject({ failure: { code: 'no-keychain' } });
    expect(session.stage.kind).toBe('locked');
  });
});
