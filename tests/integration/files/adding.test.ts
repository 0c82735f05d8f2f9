import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { addAttachment, arrangeAttachments, chooseAttachments, readAttachment } from '@main/services/attachments';
import { keepHistory } from '@main/services/history';
import { openBlobs } from '@main/storage/blobs';
import { diskFiles } from '@main/storage/disk/disk-files';
import { noText } from '@shared/domain/values';
import { aJpeg, exifBlock, latitude, phoneTags } from '../../builders/pictures';
import { aTemporaryStore } from '../../builders/store';
import { makeTrip, valueOf } from '../storage/opened';
import { everyFile, temporaryFolder } from '../storage/temporary-folder';

async function aDesk() {
  const { context, setClock, remove } = await aTemporaryStore();
  const folder = await temporaryFolder();
  const blobs = await openBlobs(join(folder, 'files'), diskFiles);
  const trip = await makeTrip(context.store, 'Visit to the works (sample)');
  const subject = { type: 'trip' as const, id: trip.id };
  const photograph = (offset: string | null = '+08:00') => ({
    subject,
    name: 'IMG_0001.JPG',
    mime: '',
    bytes: Uint8Array.from(aJpeg({ exif: exifBlock(phoneTags({ offset })) })),
  });
  return { context, setClock, remove, folder, blobs, subject, photograph };
}

describe('a photograph that is added', () => {
  it('is stored without the place where it was taken, with the moment, and as the kind that it is', async () => {
    const { context, blobs, folder, photograph, remove } = await aDesk();
    const { attachment, place } = valueOf(await addAttachment(context, blobs, photograph()));
    expect(place).toBe('removed');
    expect(attachment).toMatchObject({ takenAt: '2026-03-02T01:15:30.000Z', mime: 'image/jpeg' });
    expect(JSON.stringify(await everyFile(folder))).not.toContain(latitude);
    expect(valueOf(await readAttachment(context, blobs, attachment.id)).bytes).toHaveLength(attachment.size);
    await remove();
  });

  it('keeps the place when the person says so', async () => {
    const { context, blobs, photograph, remove } = await aDesk();
    const { attachment, place } = valueOf(await addAttachment(context, blobs, photograph(), { isPlaceKept: true }));
    expect(place).toBe('kept');
    const { bytes } = valueOf(await readAttachment(context, blobs, attachment.id));
    expect(Buffer.from(bytes).includes(latitude)).toBe(true);
    await remove();
  });

  it('by a camera without a zone was taken at the time of the trip’s place', async () => {
    const { context, blobs, photograph, remove } = await aDesk();
    const { attachment } = valueOf(await addAttachment(context, blobs, photograph(null)));
    expect(attachment.takenAt).toBe('2026-03-02T01:15:30.000Z');
    await remove();
  });

  it('twice is kept once, and said to be there already', async () => {
    const { context, blobs, photograph, remove } = await aDesk();
    const first = valueOf(await addAttachment(context, blobs, photograph()));
    const second = valueOf(await addAttachment(context, blobs, photograph()));
    expect(first.isThereAlready).toBe(false);
    expect(second).toMatchObject({ isThereAlready: true, attachment: { id: first.attachment.id } });
    expect(context.store.all('attachment')).toHaveLength(1);
    expect(await blobs.all()).toHaveLength(1);
    await remove();
  });

  it('with others in one run goes again with them by one Undo, however long the run took', async () => {
    const { context, blobs, subject, setClock, remove } = await aDesk();
    const history = keepHistory(context);
    for (const minute of ['30', '40', '50']) {
      setClock(`2026-03-01T01:${minute}:00.000Z`);
      const file = { subject, name: `${minute}.txt`, mime: 'text/plain', bytes: Buffer.from(minute) };
      valueOf(await addAttachment(context, blobs, file, { run: 'a run' }));
    }
    valueOf(await history.undo());
    expect(context.store.all('attachment')).toEqual([]);
    await remove();
  });

  it('only calls itself one is no picture', async () => {
    const { context, blobs, subject, remove } = await aDesk();
    const file = { subject, name: 'gate.png', mime: 'image/png', bytes: Buffer.from('<script>') };
    expect(valueOf(await addAttachment(context, blobs, file)).attachment.mime).toBe('application/octet-stream');
    await remove();
  });
});

describe('files', () => {
  it('are put into another order by one change', async () => {
    const { context, blobs, subject, remove } = await aDesk();
    const history = keepHistory(context);
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      const file = { subject, name, mime: 'text/plain', bytes: Buffer.from(name) };
      ids.push(valueOf(await addAttachment(context, blobs, file)).attachment.id);
    }
    const names = (): string[] =>
      [...context.store.all('attachment')].sort((one, other) => one.position - other.position).map(({ name }) => name);
    valueOf(await arrangeAttachments(context, ids.toReversed()));
    expect(names()).toEqual(['c', 'b', 'a']);
    valueOf(await history.undo());
    expect(names()).toEqual(['a', 'b', 'c']);
    await remove();
  });

  it('are chosen for the report together by one change', async () => {
    const { context, blobs, subject, remove } = await aDesk();
    const history = keepHistory(context);
    const ids: string[] = [];
    for (const name of ['a', 'b']) {
      const file = { subject, name, mime: 'text/plain', bytes: Buffer.from(name) };
      ids.push(valueOf(await addAttachment(context, blobs, file)).attachment.id);
    }
    valueOf(await chooseAttachments(context, ids, true));
    expect(context.store.all('attachment').map(({ isInReport }) => isInReport)).toEqual([true, true]);
    valueOf(await history.undo());
    expect(context.store.all('attachment').map(({ isInReport }) => isInReport)).toEqual([false, false]);
    await remove();
  });

  it('that are a person’s card are among their cards by the same change', async () => {
    const { context, blobs, photograph, remove } = await aDesk();
    const person = valueOf(
      await context.store.transact({ by: context.me(), verb: 'create', type: 'person' }, (tx) =>
        tx.create('person', { familyName: { ...noText, en: 'Chan (sample)' } }),
      ),
    );
    const file = { ...photograph(), subject: { type: 'person' as const, id: person.id } };
    const { attachment } = valueOf(await addAttachment(context, blobs, file, { as: 'card' }));
    expect(context.store.get('person', person.id)?.cardImageIds).toEqual([attachment.id]);
    await remove();
  });
});
