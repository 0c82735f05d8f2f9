import { describe, expect, it } from '@jest/globals';
import { fullestOf } from '@main/export/print/one-page';

const bodies = ['a', 'b', 'c', 'd', 'e', 'f'].map((body) => () => body);

async function chosen(fitting: string): Promise<string | undefined> {
  return fullestOf(bodies, (body) => Promise.resolve(fitting.includes(body)));
}

describe('a document that is to be one page', () => {
  it.each([
    ['abcdef', 'a'],
    ['bcdef', 'b'],
    ['def', 'd'],
    ['f', 'f'],
  ])('is the fullest of those that fit: of %s it is %s', async (fitting, body) => {
    expect(await chosen(fitting)).toBe(body);
  });

  it('is the shortest when none fits', async () => {
    expect(await chosen('')).toBe('f');
  });

  it('is itself when there is no other', async () => {
    expect(await fullestOf([], () => Promise.resolve(true))).toBeUndefined();
  });
});
