import { describe, expect, it } from '@jest/globals';
import { amount, money, wholeNumber } from '@main/export/document/days';
import { writtenForms } from '@shared/domain/values';

describe('numbers in a document', () => {
  it('are grouped as each language writes them, and have no fractions that nobody counted', () => {
    expect(writtenForms.map((form) => wholeNumber(1_234_567, form))).toEqual(['1,234,567', '1,234,567', '1,234,567']);
    expect(writtenForms.map((form) => wholeNumber(7, form))).toEqual(['7', '7', '7']);
  });

  it('say money with the sign of each language before or behind it', () => {
    const sum = { currency: 'CNY', minor: 1_234_560 } as const;
    expect(writtenForms.map((form) => money(sum, form))).toEqual([
      'RMB12,345.60',
      '12,345.60元人民幣',
      '12,345.60元人民币',
    ]);
    expect(money({ currency: 'HKD', minor: 100 }, 'zhHant')).toBe('1.00港元');
    expect(amount({ currency: 'HKD', minor: -100 }, 'en')).toBe('−1.00');
  });
});
