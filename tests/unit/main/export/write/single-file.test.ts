import { describe, expect, it } from '@jest/globals';
import { writeSingleFile } from '@main/export/write/single-file';
import { composeDocument } from '@main/services/documents/compose';
import { usualChoices } from '@shared/documents/choices';
import { aRecord, day, english } from '../../../../builders/records';
import { aReader, aVisit } from '../../../../builders/report-trip';

function aReport() {
  const { trip, records } = aVisit();
  const meeting = records.find((record) => record.type === 'meeting');
  const picture = aRecord('attachment', {
    sha256: 'a'.repeat(64),
    name: 'hall.png',
    mime: 'image/png',
    size: 1,
    caption: 'In the <hall> (sample)',
    isInReport: true,
    meetingId: meeting?.id ?? null,
  });
  const evil = { ...trip, title: english('<script>alert(1)</script> Visit') };
  const reader = aReader([evil, ...records.slice(1), picture]);
  const composed = composeDocument(reader, trip.id, usualChoices('report'), day('2026-03-16'));
  if (!composed.ok) throw new Error(composed.failure.code);
  return { document: composed.value.document, picture };
}

async function pageOf(...asked: Parameters<typeof writeSingleFile>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeSingleFile(...asked)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

describe('a document in one HTML file', () => {
  it('has its pictures in it, and asks for nothing from anywhere', async () => {
    const { document, picture } = aReport();
    const asked: string[] = [];
    const page = await pageOf(document, (id) => {
      asked.push(id);
      return Promise.resolve({ bytes: new Uint8Array([1, 2, 3]), mime: 'image/png' });
    });
    expect(asked).toEqual([picture.id]);
    expect(page).toContain('src="data:image/png;base64,AQID"');
    expect(page).toContain("default-src 'none'".replaceAll("'", '&#39;'));
    expect(page).not.toMatch(/(?:src|href)="(?!data:|#)/);
    expect(page).not.toContain('url(');
    expect(page).not.toContain('<script');
    expect(page).toContain('In the &lt;hall&gt; (sample)');
    expect(page).toContain('Restricted');
  });

  it('keeps the words of a picture that is missing, and stops when it is told to', async () => {
    const { document } = aReport();
    const page = await pageOf(document, () => Promise.resolve(null));
    expect(page).toContain('In the &lt;hall&gt; (sample)');
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(pageOf(document, () => Promise.resolve(null), { signal: stop.signal })).rejects.toThrow('enough');
  });
});
