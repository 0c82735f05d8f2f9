import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openSettings } from '@main/storage/settings-file';
import type { SettingsFile } from '@main/storage/settings-file';
import { steadyClock, valueOf } from './opened';
import { everyFile, temporaryFolder } from './temporary-folder';

async function settingsIn(folder: string): Promise<SettingsFile> {
  return valueOf(await openSettings({ folder, clock: steadyClock() }));
}

describe('the settings of this device', () => {
  it('begin with defaults and write nothing until something is set', async () => {
    const folder = await temporaryFolder();
    const settings = await settingsIn(folder);
    expect(settings.get()).toEqual({
      colourScheme: 'auto',
      language: 'system',
      window: null,
      lockAfterMinutes: 5,
      backupFolder: null,
      sealing: 'unfinished',
    });
    expect(settings.notices).toEqual([]);
    expect(await everyFile(folder)).toEqual({});
  });

  it('are there again at the next start, fields of a newer version too', async () => {
    const folder = await temporaryFolder();
    await (await settingsIn(folder)).update({ colourScheme: 'dark', lockAfterMinutes: 15 });
    const text = await readFile(join(folder, 'settings.json'), 'utf8');
    await writeFile(join(folder, 'settings.json'), text.replace('{', '{ "mood": "sunny",'));
    await (await settingsIn(folder)).update({ window: { width: 1280, height: 800, isMaximised: false } });
    expect((await settingsIn(folder)).get()).toMatchObject({
      mood: 'sunny',
      colourScheme: 'dark',
      lockAfterMinutes: 15,
      window: { width: 1280, height: 800, isMaximised: false },
    });
  });

  it('lose nothing when several are set at once', async () => {
    const folder = await temporaryFolder();
    const settings = await settingsIn(folder);
    await Promise.all([
      settings.update({ colourScheme: 'dark' }),
      settings.update({ lockAfterMinutes: 1 }),
      settings.update({ backupFolder: '/disk' }),
    ]);
    expect((await settingsIn(folder)).get()).toMatchObject({
      colourScheme: 'dark',
      lockAfterMinutes: 1,
      backupFolder: '/disk',
    });
  });

  it.each(['', 'not JSON', '[]', '{"colourScheme":"pink"}'])(
    'begin anew, and say so, when the file holds "%s"',
    async (text) => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'settings.json'), text);
      const settings = await settingsIn(folder);
      expect(settings.notices).toEqual([
        { kind: 'settings-reset', quarantined: expect.stringMatching(/^quarantine.settings-/) },
      ]);
      expect(settings.get().colourScheme).toBe('auto');
      expect(Object.values(await everyFile(folder))).toEqual([text]);
      expect((await settingsIn(folder)).notices).toEqual([]);
    },
  );

  it('leave alone what another file of the folder is in the middle of writing', async () => {
    const folder = await temporaryFolder();
    const names = ['settings.json.0123456789ab.tmp', 'attache.json.0123456789ab.tmp'];
    for (const name of names) await writeFile(join(folder, name), 'half');
    await settingsIn(folder);
    expect(Object.keys(await everyFile(folder))).toEqual([names[1]]);
  });
});
