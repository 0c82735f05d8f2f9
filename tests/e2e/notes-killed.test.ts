import { afterAll, describe, expect, it } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { openNote, storedNote } from './support/note';
import { begin, startSession } from './support/session';
import type { Session } from './support/session';

const rounds = Number(process.env['ATTACHE_KILL_ROUNDS'] ?? 3);

let session: Session;
afterAll(async () => {
  await session.close();
  session.removeUserData();
});

/**
 * What the screen has called saved, as somebody would see it: whenever the words beside the note say "Saved", all that
 * stands in the note at that moment. It is told to the test at once, so that it outlives the window.
 */
async function watchSaved(): Promise<() => string> {
  let saved = '';
  await session.page.exposeFunction('wordsCalledSaved', (words: string) => {
    saved = words;
  });
  await session.page.evaluate(() => {
    const look = (): void => {
      const isSaved = [...document.querySelectorAll('[role="status"]')].some((each) =>
        /^Saved \d/.test(each.textContent),
      );
      const words = document.querySelector('[role="textbox"][aria-multiline]')?.textContent ?? '';
      const tell = (window as { wordsCalledSaved?: (words: string) => void }).wordsCalledSaved;
      if (isSaved) tell?.(words);
      // Once for each picture of the window: what somebody can have seen.
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return () => saved;
}

describe('typing at full speed while the process is killed', () => {
  it('leaves everything that the screen had called saved', async () => {
    session = await startSession();
    await begin(session, 'Chan Tai-man', 'Explore the sample trip');
    for (let round = 1; round <= rounds; round += 1) {
      await openNote(session);
      const saved = await watchSaved();
      await session.keyboard.press('Enter');
      const typing = (async () => {
        for (let word = 0; ; word += 1) {
          await session.page.keyboard.type(`r${round}w${word} 人才 `);
          // Nothing is called saved while somebody types without a pause: now and then they listen.
          if (word % 5 === 4) await setTimeout(350 + Math.random() * 400);
        }
      })().catch((cause: unknown) => cause);
      // However busy the machine is: something has been called saved by then.
      const until = Date.now() + 15_000;
      while (!saved().includes(`r${round}w0`) && Date.now() < until) await setTimeout(20);
      await setTimeout(Math.random() * 1500);
      await session.kill();
      await typing;

      session = await startSession({ userDataDir: session.userDataDir });
      await session.page.getByRole('navigation', { name: 'Main' }).waitFor();
      const note = await openNote(session);
      const back = (await note.textContent()) ?? '';
      expect(saved()).toContain(`r${round}w0`);
      // The blank at the very end of what was typed is there as well; nothing is asked of what came later.
      expect(back.startsWith(saved())).toBe(true);
      expect(await storedNote(session, `r${round}w0`)).toBeDefined();
    }
    expect(session.problems).toEqual([]);
  });
});
