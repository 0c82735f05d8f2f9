import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { aRecord } from '../../builders/records';
import { aBareTrip } from '../../builders/report-trip';
import { setUpPress } from './press';
import type { Press } from './press';

let press: Press;
beforeAll(() => {
  press = setUpPress();
}, 60_000);
afterAll(() => press.remove());

const shapes = [
  [400, 300],
  [300, 400],
  [400, 225],
  [600, 200],
  [300, 300],
  [225, 400],
] as const;

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A picture of one grey, as PNG. */
function aPicture(width: number, height: number, grey: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, grey)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([sign, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

const longCaption = 'A caption that says who stands beside whom, and why that was so, in more than a line (sample)';

describe('photographs in a printed report', () => {
  it('stand in rows by their shapes, each whole with its caption, and fill their pages', async () => {
    const trip = aBareTrip();
    const files = Array.from({ length: 24 }, (_, at) => {
      const [width, height] = shapes[at % shapes.length] ?? [1, 1];
      const path = join(press.folder, `${String(at)}.png`);
      writeFileSync(path, aPicture(width, height, 60 + at * 5));
      const caption = `${String(at + 1).padStart(2, '0')} ${at % 3 === 0 ? longCaption : 'Short (sample)'}`;
      const record = aRecord('attachment', {
        ...{ sha256: 'a'.repeat(64), name: `${String(at)}.png`, mime: 'image/png', size: 1, caption },
        ...{ isInReport: true, position: at, tripId: trip.id },
      });
      return { record, path };
    });
    const printed = await press.print('photographs', {
      records: [trip, ...files.map(({ record }) => record)],
      tripId: trip.id,
      choices: { sections: ['photographs'] },
      pictures: Object.fromEntries(files.map(({ record, path }) => [record.id, { path, mime: 'image/png' }])),
    });
    expect(printed).toMatchObject({ ok: true });

    const text = execFileSync('pdftotext', ['-raw', printed.pdfFile, '-'], { encoding: 'utf8' });
    const pages = text.split('\f').slice(2, -1);
    const words = (part: string): string => part.replace(/\s+/g, ' ');
    for (const { record } of files) {
      // Whole on one page: a caption that is torn is whole on none.
      const numbered = pages.filter((page) => words(page).includes(record.caption.slice(0, 6)));
      expect(numbered).toHaveLength(1);
    }
    const whole = pages.map((page) => words(page).split(longCaption).length - 1);
    expect(whole.reduce((sum, count) => sum + count, 0)).toBe(8);

    const listed = execFileSync('pdfimages', ['-list', printed.pdfFile], { encoding: 'utf8' });
    const images = listed
      .split('\n')
      .slice(2)
      .filter((line) => / image /.test(line))
      .map((line) => line.trim().split(/\s+/));
    expect(images).toHaveLength(24);
    // None is pulled out of its shape.
    for (const [, , , width, height] of images) {
      const shape = Number(width) / Number(height);
      expect(shapes.some(([wide, high]) => Math.abs(shape / (wide / high) - 1) < 0.02)).toBe(true);
    }

    // Seen as a picture, every page of photographs but the last is ink down to its last fifth.
    const lastPage = (printed.pages ?? 0) - 1;
    for (let page = 3; page <= lastPage; page += 1) {
      const grey = execFileSync(
        'pdftoppm',
        ['-r', '30', '-gray', '-f', String(page), '-l', String(page), printed.pdfFile],
        { maxBuffer: 16 * 1024 * 1024 },
      );
      const [, width = '0', height = '0'] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(grey.toString('latin1', 0, 40)) ?? [];
      const pixels = grey.subarray(grey.length - Number(width) * Number(height));
      const at = (share: number): number => Math.round(Number(height) * share) * Number(width);
      // From four fifths of the sheet down to the foot: the margin below is a tenth of it.
      expect(pixels.subarray(at(0.74), at(0.9)).some((pixel) => pixel < 200)).toBe(true);
    }
  });
});
