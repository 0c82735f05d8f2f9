import { describe, expect, it } from '@jest/globals';
import type { WrittenForm } from '@shared/domain/values';
import { timesInWords } from '@main/export/document/times';
import { Voice } from '@main/export/document/voice';
import { plain } from '@main/export/document/writing';
import { day } from '../../../../builders/records';

function said(form: WrittenForm, clock: string, endDay: string | null = null): string {
  const times = { start: '22:10', end: '07:30', endDay: endDay === null ? null : day(endDay), clock };
  return plain(timesInWords(new Voice({ form, beside: null }), times));
}

describe('times in words', () => {
  it('say the later day as each language does, Chinese without a blank', () => {
    expect(said('en', '', '2026-02-25')).toBe('22:10 to 07:30, 25 Feb');
    expect(said('zhHant', '', '2026-02-25')).toBe('22:10至2月25日07:30');
  });

  it('name the clock in the language of the document', () => {
    expect(said('en', 'Tokyo')).toBe('22:10–07:30 (Tokyo time)');
    expect(said('zhHant', 'Tokyo')).toBe('22:10–07:30（東京時間）');
    expect(said('zhHans', 'New York')).toBe('22:10–07:30（纽约时间）');
  });

  it('name an unknown clock as its zone is called', () => {
    expect(said('zhHant', 'Ulaanbaatar')).toBe('22:10–07:30（Ulaanbaatar時間）');
  });
});
