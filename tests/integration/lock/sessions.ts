import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import { instantOf } from '@shared/dates';
import type { Office } from '@main/services/office';
import type { Protection } from '@main/services/protection';
import { Session } from '@main/services/session';
import type { SessionOptions } from '@main/services/session';
import { cheap, keychainOf, stopwatch } from '../storage/vaults';

const running: Session[] = [];

afterEach(async () => {
  for (const session of running.splice(0)) await session.close();
});

/** Starts a session on a folder; it is closed when the test ends. */
export async function startedIn(folder: string, options: Partial<SessionOptions> = {}): Promise<Session> {
  const session = await Session.start({
    folder,
    clock: () => instantOf(Date.now()),
    newId: randomUUID,
    keychain: keychainOf(7),
    onChanged: () => undefined,
    onBroken: (cause) => {
      throw cause;
    },
    cost: cheap,
    ticks: stopwatch().ticks,
    ...options,
  });
  running.push(session);
  return session;
}

/** What is open; the session must be. */
export function openIn(session: Session): { office: Office; protection: Protection } {
  if (session.stage.kind !== 'open') throw new Error(`The session is ${JSON.stringify(session.stage)}`);
  return session.stage;
}

/** Answers when nothing is sealed aside any more. */
export async function settled({ stage }: Session): Promise<void> {
  if (stage.kind !== 'open') return;
  await stage.protection.giveUp();
}

/** Lets a folder go whose process was killed: ours lives on, and its lock with it. */
export async function forgetLock(folder: string): Promise<void> {
  await rm(join(folder, 'attache.lock'), { force: true });
}
