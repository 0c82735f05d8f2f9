import { cp } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { addAttachment, readAttachment } from '@main/services/attachments';
import type { Session } from '@main/services/session';
import { FailingFiles } from '../storage/failing-files';
import type { Failing } from '../storage/failing-files';
import { makeTrip, valueOf } from '../storage/opened';
import { everyFile, temporaryFolder } from '../storage/temporary-folder';
import { passphrase, stopwatch } from '../storage/vaults';
import { forgetLock, openIn, settled, startedIn } from './sessions';

const word = 'Quokkaberry';

async function seeded(isProtected: boolean): Promise<string> {
  const folder = await temporaryFolder();
  const session = await startedIn(folder);
  const { office, protection } = openIn(session);
  const { id } = await makeTrip(office.context.store, `${word} trip (sample)`);
  const subject = { type: 'trip' as const, id };
  valueOf(
    await addAttachment(office.context, office.blobs, {
      subject,
      name: 'word.txt',
      mime: 'text/plain',
      bytes: Buffer.from(word),
    }),
  );
  valueOf(await office.backups.make());
  valueOf(await office.remembered.update(() => ({ places: { filter: word } })));
  if (isProtected) {
    valueOf(await protection.begin(passphrase));
    valueOf(await protection.protect());
    await settled(session);
  }
  await session.close();
  return folder;
}

async function attempt(folder: string, files: FailingFiles, what: 'protect' | 'turn-off'): Promise<boolean> {
  const session = await startedIn(folder, { files, onBroken: () => undefined });
  if (session.stage.kind === 'locked') await session.unlock({ by: 'passphrase', passphrase });
  if (session.stage.kind !== 'open') return false;
  const { protection } = session.stage;
  if (what === 'turn-off') return (await protection.turnOff(passphrase, false)).ok;
  const begun = await protection.begin(passphrase);
  const isDone = begun.ok && (await protection.protect()).ok;
  await settled(session);
  return isDone;
}

/** Whatever happened: everything is there, readable without a passphrase or wholly sealed under it. */
async function check(folder: string, session: Session): Promise<'open' | 'sealed'> {
  const isSealed = session.stage.kind === 'locked';
  if (isSealed) valueOf(await session.unlock({ by: 'passphrase', passphrase }));
  await settled(session);
  const { office } = openIn(session);
  expect(office.notices()).toEqual([]);
  expect(office.context.store.all('trip').map(({ title }) => title.en)).toEqual([`${word} trip (sample)`]);
  const [attachment] = office.context.store.all('attachment');
  const read = valueOf(await readAttachment(office.context, office.blobs, attachment?.id ?? ''));
  expect(Buffer.from(read.bytes).toString()).toBe(word);
  expect(office.remembered.get().places).toEqual({ filter: word });
  const backups = valueOf(await office.backups.list());
  expect(backups.length).toBeGreaterThan(0);
  for (const { name } of backups) expect(valueOf(await office.backups.look(name)).kind).toBe('good');
  if (isSealed) {
    const all = Object.entries(await everyFile(folder));
    expect(all.filter(([, text]) => text.includes(word)).map(([name]) => name)).toEqual([]);
  }
  return isSealed ? 'sealed' : 'open';
}

async function everyCall(what: 'protect' | 'turn-off', how: Failing, forGood: boolean): Promise<Set<string>> {
  // An answer that was lost is the rarer fault and takes the longer road: every third will do.
  const step = how === 'after' ? 3 : 1;
  const ends = new Set<string>();
  const seed = await seeded(what === 'turn-off');
  for (let at = 1; ; at += step) {
    const folder = await temporaryFolder();
    await cp(seed, folder, { recursive: true });
    const files = new FailingFiles({ at, how, code: 'EIO', forGood });
    const isDone = await attempt(folder, files, what);
    await forgetLock(folder);
    // A try that was broken off counts, and the next one has to wait.
    const { ticks, pass } = stopwatch();
    const again = await startedIn(folder, { ticks });
    pass(30);
    const end = await check(folder, again);
    if (isDone) expect(end).toBe(what === 'protect' ? 'sealed' : 'open');
    ends.add(end);
    await again.close();
    if (!files.hasFailed) {
      expect(isDone).toBe(true);
      expect(at).toBeGreaterThan(60);
      return ends;
    }
  }
}

describe('when the disk fails while everything is being sealed or made readable', () => {
  it.each<['protect' | 'turn-off', Failing, boolean]>([
    ['protect', 'before', true],
    ['protect', 'after', false],
    ['turn-off', 'before', true],
    ['turn-off', 'after', false],
  ])('nothing is lost, at whichever call (%s, %s, for good: %s)', async (what, how, forGood) => {
    expect(await everyCall(what, how, forGood)).toEqual(new Set(['open', 'sealed']));
  });
});
