import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openRemembered } from '@main/storage/remembered-file';
import type { RememberedFile } from '@main/storage/remembered-file';
import { plainSeal } from '@main/storage/seal/plain-seal';
import type { Seal } from '@main/storage/seal/seal';
import { sealedWith } from '@main/storage/seal/sealed';
import { openSettings } from '@main/storage/settings-file';
import { FailingFiles } from './failing-files';
import { officer, steadyClock, valueOf } from './opened';
import { everyFile, temporaryFolder } from './temporary-folder';

const clock = steadyClock();
const seal = sealedWith(Buffer.alloc(32, 7));
const places = { 'table:trips': 'filter Quokkaberry' };

async function rememberedIn(folder: string, under: Seal = plainSeal): Promise<RememberedFile> {
  const settings = valueOf(await openSettings({ folder, clock }));
  return valueOf(await openRemembered({ folder, clock, settings, seal: under }));
}

async function words(folder: string): Promise<string[]> {
  return Object.entries(await everyFile(folder))
    .filter(([, text]) => text.includes('Quokkaberry'))
    .map(([name]) => name);
}

/** A folder as version 1 left it, with everything in its settings. */
async function ofVersion1(): Promise<string> {
  const folder = await temporaryFolder();
  const old = { meId: officer, colourScheme: 'dark', places, window: null, mood: 'sunny' };
  await writeFile(join(folder, 'settings.json'), JSON.stringify(old));
  return folder;
}

describe('what is remembered of the person', () => {
  it('begins with nothing and writes nothing until there is something', async () => {
    const folder = await temporaryFolder();
    expect((await rememberedIn(folder)).get()).toEqual({ meId: null, places: {}, drafts: [] });
    expect(await everyFile(folder)).toEqual({});
  });

  it('is there again, loses nothing when several change at once, and keeps fields of a newer version', async () => {
    const folder = await temporaryFolder();
    const line = plainSeal.line(Buffer.from(JSON.stringify({ mood: 'sunny' })));
    await writeFile(join(folder, 'remembered.json'), line);
    const remembered = await rememberedIn(folder);
    await Promise.all([
      remembered.update(() => ({ meId: officer })),
      remembered.update((now) => ({ places: { ...now.places, a: '1' } })),
      remembered.update((now) => ({ places: { ...now.places, b: '2' } })),
    ]);
    expect((await rememberedIn(folder)).get()).toEqual({
      mood: 'sunny',
      meId: officer,
      places: { a: '1', b: '2' },
      drafts: [],
    });
  });

  it.each<[string, Seal]>([
    ['readable', plainSeal],
    ['sealed', seal],
  ])('is brought over from the settings of version 1, which keep the rest and none of it (%s)', async (_how, under) => {
    const folder = await ofVersion1();
    expect((await rememberedIn(folder, under)).get()).toMatchObject({ meId: officer, places });
    expect(await words(folder)).toEqual(under.isSecret ? [] : ['remembered.json']);
    expect(JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'))).toMatchObject({
      colourScheme: 'dark',
      mood: 'sunny',
    });
    expect((await rememberedIn(folder, under)).get()).toMatchObject({ meId: officer, places });
  });

  it('is never lost on the way from version 1, whichever call of the disk fails', async () => {
    for (let at = 1, hasFailed = true; hasFailed; at += 1) {
      const folder = await ofVersion1();
      const files = new FailingFiles({ at, how: 'before', code: 'EIO', forGood: true });
      const settings = await openSettings({ folder, clock, files });
      if (settings.ok) await openRemembered({ folder, clock, settings: settings.value, seal, files });
      expect((await rememberedIn(folder, seal)).get()).toMatchObject({ meId: officer, places });
      expect(await words(folder)).toEqual([]);
      hasFailed = files.hasFailed;
    }
  });

  it('goes from one seal to another and back', async () => {
    const folder = await temporaryFolder();
    const remembered = await rememberedIn(folder);
    valueOf(await remembered.update(() => ({ places })));
    valueOf(await remembered.reseal(seal));
    expect(await words(folder)).toEqual([]);
    expect((await rememberedIn(folder, seal)).get().places).toEqual(places);
    valueOf(await remembered.reseal(plainSeal));
    // A folder that was just given a seal still has it readable.
    expect((await rememberedIn(folder, seal)).get().places).toEqual(places);
  });

  it.each(['', 'not JSON', '["0000000000000000",{}]'])(
    'is set aside, and begins anew, when it is "%s"',
    async (text) => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'remembered.json'), text);
      const remembered = await rememberedIn(folder);
      expect(remembered.notices).toMatchObject([{ kind: 'settings-reset' }]);
      expect(remembered.get().meId).toBe(null);
      expect(Object.values(await everyFile(folder))).toEqual([text]);
    },
  );

  it('writes nothing under a seal that was wiped', async () => {
    const folder = await temporaryFolder();
    const wiped = sealedWith(Buffer.alloc(32, 9));
    const remembered = await rememberedIn(folder, wiped);
    wiped.wipe();
    expect(await remembered.update(() => ({ places }))).toEqual({ ok: false, failure: { code: 'locked' } });
    expect(await everyFile(folder)).toEqual({});
  });
});
