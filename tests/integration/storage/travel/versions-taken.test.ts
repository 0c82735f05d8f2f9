import { describe, expect, it } from '@jest/globals';
import type { RecordOf } from '@shared/domain/records';
import { intent, officer, opened, valueOf } from '../opened';
import { everyFile, temporaryFolder } from '../temporary-folder';
import { homeWord, roadWord, withTwoTrips } from './two-trips';

describe('the versions of notes', () => {
  it('go along with the notes of the trip that is taken, and only with these', async () => {
    const home = await opened(await temporaryFolder());
    const { tripId } = await withTwoTrips(home);
    const { store } = home;
    const earlier = (note: RecordOf<'note'>): RecordOf<'note'>['blocks'] =>
      note.blocks.map((block) => ({ ...block, markdown: `${block.markdown} EARLIER` }));
    valueOf(
      await store.transact(intent, (tx) => {
        for (const note of tx.all('note')) {
          tx.create('note-version', {
            noteId: note.id,
            keptAt: note.updatedAt,
            writtenBy: officer,
            blocks: earlier(note),
          });
        }
      }),
    );
    const to = { into: await temporaryFolder(), name: 'Taken trip', passphrase: null };
    const taken = valueOf(await home.travel.take({ id: tripId, title: 'Taken (sample)', officerId: officer }, to));
    const away = await opened(taken.folder);
    const versions = away.store.all('note-version');
    const texts = versions.flatMap((version) => version.blocks.map(({ markdown }) => markdown));
    expect(texts).toEqual([`${roadWord} EARLIER`]);
    expect(away.store.get('note', versions[0]?.noteId ?? '')).toBeDefined();
    await away.store.close();
    for (const content of Object.values(await everyFile(taken.folder))) {
      expect(Buffer.from(content, 'latin1').toString('utf8')).not.toContain(homeWord);
    }
  });
});
