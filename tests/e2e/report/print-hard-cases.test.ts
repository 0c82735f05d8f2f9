import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { usualChoices } from '@shared/documents/choices';
import { busyEnterprises } from '../../builders/busy-enterprises';
import { aRecord, instant, nextId } from '../../builders/records';
import { aBareTrip, aVisit } from '../../builders/report-trip';
import { setUpPress } from './press';
import type { Press } from './press';

let press: Press;
beforeAll(() => {
  press = setUpPress();
}, 60_000);
afterAll(() => press.remove());

describe('a document that takes too long to print', () => {
  it('is given up, leaves no window and no file, and says which time was up', async () => {
    const { trip, records } = aVisit();
    const printed = await press.print('too-long', { records, tripId: trip.id, limitMs: 1 });
    expect(printed).toMatchObject({ ok: false, windowsLeft: 0 });
    expect(printed.code).toMatch(/^TookTooLong: The page took more than 0.001 s to print\.$/);
    expect(existsSync(printed.pdfFile)).toBe(false);
  });

  it('is not one that has its usual time', async () => {
    const { trip, records } = aVisit();
    expect(await press.print('in-time', { records, tripId: trip.id })).toMatchObject({ ok: true, windowsLeft: 0 });
  });
});

describe('picture characters', () => {
  it('are printed from a font of our own, in each language, and come back out', async () => {
    for (const form of ['en', 'zhHant', 'zhHans'] as const) {
      const trip = aBareTrip({ purpose: 'Well met 🙂 多謝 👍🏽 🇭🇰 ✅ ⭐ and 1 2 3 # * © →' });
      const printed = await press.print(`emoji-${form}`, { records: [trip], tripId: trip.id, choices: { form } });
      expect(printed).toMatchObject({ ok: true });
      const fonts = execFileSync('pdffonts', [printed.pdfFile], { encoding: 'utf8' });
      expect(fonts).toContain('NotoEmoji');
      expect(fonts).not.toMatch(/DejaVu|Symbola|LastResort|Type 3/);
      const text = execFileSync('pdftotext', [printed.pdfFile, '-'], { encoding: 'utf8' });
      for (const sign of ['🙂', '👍', '✅', '⭐', '→', '©']) expect(text).toContain(sign);
    }
  });
});

describe('check-boxes of a note', () => {
  it('are printed from our own fonts, whatever the machine has', async () => {
    const trip = aBareTrip();
    const meeting = aRecord('meeting', { tripId: trip.id, day: trip.firstDay });
    const block = {
      id: nextId(),
      authorId: nextId(),
      begunAt: instant('2026-02-24T01:00:00.000Z'),
      markdown: '- [ ] call them back\n- [x] write to them',
    };
    const records = [trip, meeting, aRecord('note', { meetingId: meeting.id, blocks: [block] })];
    for (const form of ['en', 'zhHant', 'zhHans'] as const) {
      const printed = await press.print(`boxes-${form}`, { records, tripId: trip.id, choices: { form } });
      const fonts = execFileSync('pdffonts', [printed.pdfFile], { encoding: 'utf8' }).trim().split('\n').slice(2);
      expect(fonts.filter((font) => !/Noto|Inter/.test(font))).toEqual([]);
      const text = execFileSync('pdftotext', [printed.pdfFile, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
      expect(text).toMatch(/□ ?call them back/);
      expect(text).toMatch(/✓ ?write to them/);
    }
  });
});

describe('a briefing pack', () => {
  it.each([
    ['en', null],
    ['zhHant', null],
    ['en', 'zhHant'],
  ] as const)('holds each enterprise on two pages, however much is known of it: %s, %s', async (form, beside) => {
    const { trip, records } = busyEnterprises(3);
    const choices = { ...usualChoices('briefing'), form, beside };
    const printed = await press.print(`busy-${form}-${String(beside)}`, { records, tripId: trip.id, choices });
    // The cover, the contents and three times two.
    expect(printed).toMatchObject({ ok: true, pages: 8 });
  });
});
