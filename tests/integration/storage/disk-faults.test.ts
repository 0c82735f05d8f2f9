import { describe, expect, it } from '@jest/globals';
import { openSettings } from '@main/storage/settings-file';
import { FailingFiles } from './failing-files';
import { steadyClock, valueOf } from './opened';
import { temporaryFolder } from './temporary-folder';

describe('settings on a failing disk', () => {
  it('are what was acknowledged, whichever call fails', async () => {
    for (let at = 1, hasFailed = true; hasFailed; at += 1) {
      const folder = await temporaryFolder();
      await valueOf(await openSettings({ folder, clock: steadyClock() })).update({ colourScheme: 'light' });
      const files = new FailingFiles({ at, how: 'before', code: 'EIO' });
      const settings = await openSettings({ folder, clock: steadyClock(), files });
      const updated = settings.ok ? await settings.value.update({ colourScheme: 'dark' }) : settings;
      const again = valueOf(await openSettings({ folder, clock: steadyClock() })).get().colourScheme;
      expect(again).toBe(updated.ok ? 'dark' : 'light');
      hasFailed = files.hasFailed;
    }
  });
});
