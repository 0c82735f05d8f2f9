import { describe, expect, it } from '@jest/globals';
import { printLimitMs } from '@main/export/print/time-limit';

describe('how long a document may take to print', () => {
  it('grows with its pages, and leaves the shortest a minute', () => {
    expect([0, 1, 100, 300].map(printLimitMs)).toEqual([60_000, 60_500, 110_000, 210_000]);
    expect(printLimitMs(-1)).toBe(60_000);
  });
});
