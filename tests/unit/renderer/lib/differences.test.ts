import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differencesBetween } from '@renderer/lib/differences';

const marks = { same: '', added: '+', removed: '-' };
const shown = (before: string, after: string): string =>
  differencesBetween(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `{${marks[kind]}${text}}`))
    .join('');

describe('the differences between two texts', () => {
  it.each([
    ['they asked for land', 'they asked for more land', 'they asked for {+more }land'],
    ['雲深科技希望上市', '雲深科技不希望上市', '雲深科技{+不}希望上市'],
    ['談了上市和土地', '談了上市', '談了上市{-和土地}'],
    ['one\ntwo', 'one\n\ntwo', 'one\n{+\n}two'],
    ['same', 'same', 'same'],
    ['', 'new', '{+new}'],
  ])('%j → %j', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  it('are cut between Chinese words, not in them', () => {
    const changed = differencesBetween('我們參觀了工廠', '我們參觀了工地');
    expect(changed.filter(({ kind }) => kind !== 'same').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['工廠', '工地']),
    );
  });

  const text = fc
    .array(fc.constantFrom('雲深科技', '上市', 'land', ' ', '\n', '👩‍💻', '**', '，', '\r\n'), { maxLength: 30 })
    .map((pieces) => pieces.join(''));

  it('leave nothing out: either text can be put together from them', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = differencesBetween(before, after);
        const joined = (without: string): string =>
          pieces
            .filter(({ kind }) => kind !== without)
            .map((piece) => piece.text)
            .join('');
        expect(joined('removed')).toBe(after);
        expect(joined('added')).toBe(before);
      }),
    );
  });

  it('are found between long texts that have nothing in common', () => {
    const long = (word: string): string => Array.from({ length: 12_000 }, (_, nth) => `${word}${nth} `).join('');
    const pieces = differencesBetween(long('a'), long('b'));
    expect(
      pieces
        .filter(({ kind }) => kind !== 'removed')
        .map((piece) => piece.text)
        .join(''),
    ).toBe(long('b'));
  });
});
