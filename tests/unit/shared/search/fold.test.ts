import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { findAllFolded, findFolded, fold, foldCharacter, foldTable, foldWithPlaces } from '@shared/search/fold';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(...Array.from('髮發发裏裡里后後著着剎那ＡéßﬁﷺΣ㎏½𠮷𫟹\u0301\u200d\u0000\u0001 -—')),
  }),
);

describe('folding', () => {
  it('makes case, accents and full width the same', () => {
    expect(fold('ＡＢＣ')).toBe('abc');
    expect(fold('Attaché')).toBe(fold('ATTACHE'));
  });

  it('finds where the words stand in the text as it was typed', () => {
    expect(findFolded('Visit the Attaché today', fold('ATTACHE'))).toEqual({ start: 10, length: 7 });
    expect(findFolded('🍵 深圳的會議', fold('深圳'))).toEqual({ start: 3, length: 2 });
    expect(findFolded('nothing here', fold('absent'))).toBeNull();
    expect(findFolded('anything', '')).toBeNull();
  });

  it('finds any part of any text, at a place that folds to it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme' }),
        (before, wanted, after) => {
          fc.pre(fold(wanted) !== '');
          const text = before + wanted + after;
          const place = findFolded(text, fold(wanted));
          fc.pre(fold(text).includes(fold(wanted)));
          expect(place).not.toBeNull();
          if (place !== null)
            expect(fold(text.slice(place.start, place.start + place.length))).toContain(fold(wanted).slice(0, 1));
        },
      ),
    );
  });

  it('makes one of the Traditional, Hong Kong, Taiwan, Japanese and Simplified forms of a character', () => {
    const same = [
      '髮發发',
      '後后',
      '乾幹干',
      '裏裡里',
      '著着',
      '綫線线',
      '羣群',
      '峯峰',
      '廣広广',
      '澤沢泽',
      '臺台檯',
      '邨村',
      '吳吴呉',
    ];
    for (const forms of same) expect(new Set([...forms].map(fold)).size).toBe(1);
    expect(fold('劉德華')).toBe(fold('刘德华'));
    expect(fold('雲深科技')).toBe(fold('云深科技'));
    expect(fold('芸')).not.toBe(fold('藝'));
  });

  it.each([
    ['s', 't'],
    ['hk', 'cn'],
    ['tw', 'cn'],
    ['cn', 'hk'],
    ['cn', 'tw'],
  ] as const)('folds what opencc-js turns from %s to %s to the same', (from, to) => {
    const convert = Converter({ from: from === 's' ? 'cn' : from, to });
    const text =
      '劉德華後髮發現乾燥幹部裏面著名羣眾峯會臺灣溫度錢塘江邊緣網絡軟件資訊鐘錶麵包穀物鬥爭範圍複雜恢復歷史曆法' +
      '刘德华后发现干燥里面著名群众峰会台湾温度钱塘江边缘网络软件资讯钟表面包谷物斗争范围复杂恢复历史历法';
    expect(fold(convert(text))).toBe(fold(text));
  });

  it('changes nothing of what is folded', () => {
    fc.assert(fc.property(anyText, (text) => expect(fold(fold(text))).toBe(fold(text))));
  });

  it('gives the same by units, with places and as a text', () => {
    const table = foldTable();
    fc.assert(
      fc.property(anyText, (text) => {
        const { units, places, length } = foldWithPlaces(text);
        expect(String.fromCharCode(...units.subarray(0, length))).toBe(fold(text));
        expect(places[length]).toBe(text.length);
        let byCharacter = '';
        for (const character of text) byCharacter += foldCharacter(character.codePointAt(0) ?? 0);
        expect(byCharacter).toBe(fold(text));
        expect(table).toHaveLength(0x10000);
      }),
    );
  });

  it('finds every place in the text as it was typed, a whole character where a part of it is meant', () => {
    expect(findAllFolded('髮型 發型 发型', fold('發型'))).toEqual([
      { start: 0, length: 2 },
      { start: 3, length: 2 },
      { start: 6, length: 2 },
    ]);
    expect(findAllFolded('5㎏ kg', 'kg')).toEqual([
      { start: 1, length: 1 },
      { start: 3, length: 2 },
    ]);
    expect(findFolded('cafe\u0301 noir', 'cafe')).toEqual({ start: 0, length: 5 });
    expect(findAllFolded('aaa', 'a', 2)).toHaveLength(2);
  });

  it('gives places whose own text folds to what was wanted', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (before, middle, after) => {
        const wanted = fold(middle);
        fc.pre(wanted !== '');
        for (const { start, length } of findAllFolded(before + middle + after, wanted)) {
          expect(fold((before + middle + after).slice(start, start + length))).toContain(wanted);
        }
      }),
    );
  });
});
