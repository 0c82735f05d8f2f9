import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { crc32 } from '@main/services/pictures/crc32';
import type { AnyRecord } from '@shared/domain/records';
import { aRecord } from '../../builders/records';
import { aVisit } from '../../builders/report-trip';
import { setUpPress } from './press';
import type { Press } from './press';

let press: Press;
beforeAll(() => {
  press = setUpPress();
}, 60_000);
afterAll(() => press.remove());

const [width, height] = [900, 150];

function chunk(type: string, content: Buffer): Buffer {
  const sized = Buffer.alloc(8 + content.length + 4);
  sized.writeUInt32BE(content.length);
  sized.write(type, 4, 'latin1');
  content.copy(sized, 8);
  sized.writeUInt32BE(crc32(sized.subarray(4, 8 + content.length)), 8 + content.length);
  return sized;
}

/** A letterhead: a wide strip of one red. */
function aStrip(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const row = Buffer.concat([
    Buffer.from([0]),
    Buffer.concat(Array.from({ length: width }, () => Buffer.from([181, 40, 40]))),
  ]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([sign, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

const { trip, records } = aVisit();
const letterhead = aRecord('attachment', {
  ...{ sha256: 'a'.repeat(64), name: 'Office.png', mime: 'image/png', size: 1 },
});
const template = aRecord('document-template', {
  name: 'Note for file (sample)',
  markdown:
    '# {{title}}\r\n\r\nSigned by 【name】, {{dates}}.\r\n\r\n# Visits\r\n\r\n{{#visits}}\r\n- {{title}}\r\n{{/visits}}\r\n\r\n# Follow-up\r\n\r\n{{> follow-ups}}\r\n',
  letterheadId: letterhead.id,
});
const withLetterhead: readonly AnyRecord[] = [...records, { ...letterhead, documentTemplateId: template.id }, template];

async function print(name: string, all: readonly AnyRecord[]) {
  const path = join(press.folder, `${name}.png`);
  writeFileSync(path, aStrip());
  const printed = await press.print(name, {
    records: all,
    tripId: trip.id,
    choices: { kind: 'own', templateId: template.id, sections: [] },
    pictures: { [letterhead.id]: { path, mime: 'image/png' } },
  });
  expect(printed).toMatchObject({ ok: true });
  const images = execFileSync('pdfimages', ['-list', printed.pdfFile], { encoding: 'utf8' })
    .split('\n')
    .slice(2)
    .filter((line) => / image /.test(line))
    .map((line) => line.trim().split(/\s+/).map(Number));
  return { ...printed, images };
}

/** How many rows of the page's uppermost part are of the strip's red, at so many dots to the inch. */
function redRowsOf(pdfFile: string): number {
  const target = `${pdfFile}.page`;
  execFileSync('pdftoppm', ['-r', '50', '-f', '1', '-l', '1', '-singlefile', pdfFile, target]);
  const ppm = readFileSync(`${target}.ppm`);
  const [, wide = '', high = ''] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1')) ?? [];
  const pixels = ppm.subarray(ppm.length - 3 * Number(wide) * Number(high));
  const middle = Math.floor(Number(wide) / 4);
  return Array.from({ length: Math.floor(Number(high) / 4) }, (_, row) => {
    const at = 3 * (row * Number(wide) + middle);
    return (pixels[at] ?? 0) > 140 && (pixels[at + 1] ?? 255) < 90;
  }).filter(Boolean).length;
}

describe('a document by a template of the office’s own', () => {
  it('has the letterhead at the head of its first page, in its shape, and what it says below', async () => {
    const printed = await print('with', withLetterhead);
    expect(printed.images).toHaveLength(1);
    const [[page, , , wide = 0, high = 1] = []] = printed.images;
    expect(page).toBe(1);
    expect(Math.abs(wide / high / (width / height) - 1)).toBeLessThan(0.02);
    expect(redRowsOf(printed.pdfFile)).toBeGreaterThan(20);
    const text = execFileSync('pdftotext', ['-layout', printed.pdfFile, '-'], { encoding: 'utf8' });
    expect(text).toContain('Signed by 【name】, 24–26 February 2026.');
    const [first = ''] = text.split('\f');
    expect(first.match(/unclassified|restricted|confidential/gi)).toHaveLength(1);
    expect(text).toContain('West Lake Spatial Intelligence Limited (sample)');
  });

  it('has none when it was taken away', async () => {
    const trashed = withLetterhead.map((record) =>
      record.id === letterhead.id ? { ...record, deletedAt: record.updatedAt } : record,
    );
    const printed = await print('without', trashed);
    expect(printed.images).toEqual([]);
    expect(redRowsOf(printed.pdfFile)).toBe(0);
  });
});
