import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { searchedTexts } from '@main/search/searched-texts';
import { readAttachment } from '@main/services/attachments';
import { importTemplate, putLetterhead } from '@main/services/document-templates';
import { keepHistory } from '@main/services/history';
import { listTrash, restoreFromTrash } from '@main/services/trash';
import { openBlobs } from '@main/storage/blobs';
import type { Blobs } from '@main/storage/blobs';
import { diskFiles } from '@main/storage/disk/disk-files';
import type { RecordOf } from '@shared/domain/records';
import { aHeic, aJpeg, aPng, exifBlock, latitude, phoneTags } from '../../builders/pictures';
import { valueOf } from '../../builders/result';
import { aTemporaryStore } from '../../builders/store';
import type { TemporaryStore } from '../../builders/store';
import { everyFile, temporaryFolder } from '../storage/temporary-folder';

let opened: TemporaryStore;
let blobs: Blobs;
let folder: string;
let template: RecordOf<'document-template'>;

beforeEach(async () => {
  opened = await aTemporaryStore();
  folder = await temporaryFolder();
  blobs = await openBlobs(join(folder, 'files'), diskFiles);
  const bytes = new TextEncoder().encode('# {{title}}\n');
  ({ template } = valueOf(await importTemplate(opened.context, { name: 'Own.md', bytes })));
});
afterEach(() => opened.remove());

const put = (name: string, bytes: Buffer) =>
  putLetterhead(opened.context, blobs, { id: template.id, name, bytes: Uint8Array.from(bytes) });
const letterheadOf = () => opened.context.store.get('document-template', template.id)?.letterheadId ?? null;
const live = () => opened.context.store.naming('attachment', 'documentTemplateId', template.id);
const trash = (type: 'attachment' | 'document-template', id: string) =>
  opened.context.store.transact({ by: opened.context.me(), verb: 'trash', type }, (tx) => {
    tx.trash(type, id);
  });

describe('a letterhead', () => {
  it('is a file of the template, and of nothing else', async () => {
    const made = valueOf(await put('Office.png', aPng()));
    expect(made).toMatchObject({ name: 'Office.png', mime: 'image/png', documentTemplateId: template.id });
    expect([made.tripId, made.meetingId, made.organisationId, made.personId]).toEqual([null, null, null, null]);
    expect(made.isInReport).toBe(false);
    expect(searchedTexts(made)).toEqual([]);
    expect(letterheadOf()).toBe(made.id);
    expect(Buffer.from(valueOf(await readAttachment(opened.context, blobs, made.id)).bytes)).toEqual(aPng());
  });

  it('by a camera is kept without the place where it was taken', async () => {
    valueOf(await put('Photo.jpg', aJpeg({ exif: exifBlock(phoneTags()) })));
    expect(JSON.stringify(await everyFile(folder))).not.toContain(latitude);
  });

  it('takes the place of the one before, and undo brings that back', async () => {
    const history = keepHistory(opened.context);
    const first = valueOf(await put('First.png', aPng()));
    const second = valueOf(await put('Second.jpg', aJpeg()));
    expect(second).toMatchObject({ id: first.id, name: 'Second.jpg', mime: 'image/jpeg' });
    expect(live()).toHaveLength(1);
    valueOf(await history.undo());
    expect(live()).toMatchObject([{ name: 'First.png', sha256: first.sha256 }]);
    valueOf(await history.undo());
    expect(letterheadOf()).toBeNull();
    expect(live()).toEqual([]);
  });

  it('that is taken away is in the Trash and comes back from there; another one may be put in meanwhile', async () => {
    const { id } = valueOf(await put('First.png', aPng()));
    valueOf(await trash('attachment', id));
    expect(live()).toEqual([]);
    expect(listTrash(opened.context.store)).toMatchObject([{ type: 'attachment', title: 'First.png' }]);
    valueOf(await restoreFromTrash(opened.context, 'attachment', id));
    expect(live()).toMatchObject([{ id }]);
    valueOf(await trash('attachment', id));
    valueOf(await put('Second.jpg', aJpeg()));
    expect(live()).toMatchObject([{ id: letterheadOf(), name: 'Second.jpg' }]);
    expect(listTrash(opened.context.store)).toEqual([]);
  });

  it('goes to the Trash with its template and comes back with it, each in one step', async () => {
    const history = keepHistory(opened.context);
    const { id } = valueOf(await put('Office.png', aPng()));
    valueOf(await trash('document-template', template.id));
    expect(listTrash(opened.context.store)).toMatchObject([{ type: 'document-template', title: 'Own', parts: 1 }]);
    expect(live()).toEqual([]);
    valueOf(await history.undo());
    expect(live()).toMatchObject([{ id }]);
    valueOf(await trash('document-template', template.id));
    valueOf(await restoreFromTrash(opened.context, 'document-template', template.id));
    expect(live()).toMatchObject([{ id }]);
    expect(letterheadOf()).toBe(id);
  });

  it.each([
    ['a text', Buffer.from('not a picture')],
    ['nothing at all', Buffer.alloc(0)],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a picture of a telephone that cannot be printed here', aHeic()],
  ])('%s is none: nothing is kept', async (_what, bytes) => {
    expect(await put('Office.png', bytes)).toEqual({ ok: false, failure: { code: 'not-a-letterhead' } });
    expect(letterheadOf()).toBeNull();
    expect(Object.keys(await everyFile(folder))).toEqual([]);
  });

  it('of a template that is not there is refused', async () => {
    const answer = await putLetterhead(opened.context, blobs, {
      id: '99999999-9999-4999-8999-999999999999',
      name: 'Office.png',
      bytes: Uint8Array.from(aPng()),
    });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(opened.context.store.all('attachment')).toEqual([]);
  });
});
