import type { CDPSession, Locator } from 'playwright-core';
import type { Session } from './session';

/** Opens a meeting of the sample trip that has notes already, with the caret at their end. */
export async function openNote({ page, keyboard }: Session): Promise<Locator> {
  await keyboard.press('Control+2');
  await page.getByRole('row', { name: /Duty visit to Hangzhou/ }).click();
  await page.getByRole('tab', { name: /Meetings/ }).click();
  await page.getByRole('row', { name: /Visit to the Hanggang Technology Building/ }).click();
  const note = page.getByRole('textbox', { name: 'Your notes' });
  await keyboard.isOn(note);
  return note;
}

/** An input method at work: it shows syllables, then the characters that are chosen for them. */
export class InputMethod {
  readonly #wire: CDPSession;

  private constructor(wire: CDPSession) {
    this.#wire = wire;
  }

  static async of({ page }: Session): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page));
  }

  /** Shows the syllables so far, one letter more at a time; each key is the input method's. */
  async compose(syllables: string): Promise<void> {
    for (let length = 1; length <= syllables.length; length += 1) {
      await this.key('Process');
      const text = syllables.slice(0, length);
      await this.#wire.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length });
    }
  }

  /** A key that goes to the input method, as the window hears of it. */
  async key(key: string): Promise<void> {
    await this.#wire.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode: 229 });
    await this.#wire.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode: 229 });
  }

  /** Takes the characters for what was composed. */
  async commit(characters: string): Promise<void> {
    await this.#wire.send('Input.insertText', { text: characters });
  }

  /** Throws the syllables away. */
  async cancel(): Promise<void> {
    await this.#wire.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  }
}

/** The text of the block that is being written, as the disk has it. */
export async function storedNote({ page }: Session, part: string): Promise<string | undefined> {
  return page.evaluate(async (words) => {
    const bridge = (window as { attache?: { call: (channel: string, input: object) => Promise<unknown> } }).attache;
    const answer = (await bridge?.call('notes:list', {})) as { value?: { blocks: { markdown: string }[] }[] };
    return answer.value
      ?.flatMap(({ blocks }) => blocks.map(({ markdown }) => markdown))
      .find((each) => each.includes(words));
  }, part);
}
