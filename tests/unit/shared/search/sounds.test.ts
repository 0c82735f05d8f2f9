import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cantoneseSyllable, cantoneseTyped } from '@shared/search/sounds/cantonese';
import { mandarinSyllable, pinyinOf, pinyinTyped, romanMandarin } from '@shared/search/sounds/mandarin';
import { cantoneseReadings, mandarinReadings } from '@shared/search/sounds/readings';
import { isOneSlip } from '@shared/search/sounds/spellings';

/** The Jyutping of a surname or given-name character and how Hong Kong's identity cards and people write it. */
const written =
  'can chan|lei lee li|zoeng cheung|wong wong|lau lau|lam lam|ng ng|zau chow chau|ho ho|joeng yeung|zeng cheng|loeng leung|lo law lo|' +
  'ze tse|maa ma|heoi hui|jip yip ip|coi choi tsoi|ceoi tsui chui|zang tsang|pun poon pun|zyu chu|sou so|leoi lui|dang tang|gwok kwok|' +
  'jyu yu yue|wu wu woo|fung fung|taam tam|gong kong|ziu chiu|mak mak|lou lo|cou tso|jyun yuen|mok mok|lai lai|paang pang|gwaan kwan|' +
  'fong fong|sek shek|tong tong|gou ko|jau yau|hau hau|syun suen sun|zung chung|jam yam|sin sin|sau sau|haai hai|zaa cha|au au|' +
  'waa wah wa|goi koi|lok lok|zaak chak|gaan kan|jan yan|sam sham shum|sung sung|hon hon|tin tin|dung tung|faan fan|ngai ngai|jiu yiu|' +
  'liu liu|luk luk|gam kam|hung hung|wan wan|si sze si|daai tai|fu fu foo|baak pak|cing ching|lung lung|gung kung|haa ha|gu koo ku|' +
  'man man|fok fok|wat wat|siu siu|hung hung|ceon chun|sit sit|ling ling|bat pat|dou to|ding ting|cin chin|dak tak|gwok kwok|koeng keung|' +
  'zi chi tsz|ming ming|zan chun jan chan|wing wing|hong hong|gaa ka|fai fai|mei mei|suk shuk|ji yee yi|gin kin|zeon chun|git kit|' +
  'hiu hiu|wai wai|hung hung|sing shing|kit kit|jan yan|tung tung|bou po|hou ho|wai wai|kai kai|hei hei|kei kei ki|ling ling|' +
  'jing ying|ping ping|fong fong|oi oi|on on ngon|ngok ngok|ngaan ngan|cau chau|cyun chuen tsuen|cung chung|caa cha|san san sun|seoi sui|' +
  'soeng sheung|siu siu|seon shun|syu shu|syut suet|tou to|tyun tuen|zok chok|zoek cheuk|hyun huen|jyut yuet|juk yuk|jung yung|gwong kwong|' +
  'gwan kwan|gun kwun koon kun|kau kau|kwai kwai|kyun kuen|laam lam|leng leng|lyun luen|mui mui|naam nam|nin nin|bak pak|bui pui|puk puk';

describe('the sounds of names', () => {
  it('knows how Cantonese syllables are written in Hong Kong', () => {
    for (const row of written.split('|')) {
      const [jyutping = '', ...spellings] = row.split(' ');
      const id = cantoneseSyllable(jyutping);
      expect({ jyutping, id }).toEqual({ jyutping, id: expect.any(Number) });
      for (const spelling of [jyutping, ...spellings]) {
        expect({ spelling, is: cantoneseTyped.of(spelling).includes(id ?? 0) }).toEqual({ spelling, is: true });
      }
    }
  });

  it('knows Pinyin with ü in each of its ways, and how Taiwan writes it', () => {
    for (const spelling of ['lv', 'lu', 'lyu']) expect(pinyinTyped.of(spelling)).toContain(mandarinSyllable('lv'));
    const roman = {
      hsieh: 'xie',
      tsai: 'cai',
      chang: 'zhang',
      chou: 'zhou',
      kuo: 'guo',
      hsu: 'xu',
      tseng: 'zeng',
      jen: 'ren',
      szu: 'si',
    };
    for (const [spelling, pinyin] of Object.entries(roman)) {
      expect(romanMandarin.of(spelling)).toContain(mandarinSyllable(pinyin));
    }
  });

  it.each([
    ['單田', 'shan dan'],
    ['曾', 'zeng ceng'],
    ['仇', 'qiu chou'],
    ['解', 'xie jie'],
    ['查', 'zha cha'],
    ['區', 'ou qu'],
    ['任', 'ren'],
    ['樂', 'yue le'],
    ['蓋', 'ge gai'],
    ['翟', 'zhai di'],
    ['繆', 'miao'],
    ['尉遲', 'yu wei'],
    ['重慶', 'chong zhong'],
    ['行', 'xing hang'],
    ['長', 'chang zhang'],
  ])('reads %s first as %s', (run, readings) => {
    const [first = []] = mandarinReadings(run);
    for (const reading of readings.split(' ')) expect(first.map(pinyinOf)).toContain(reading);
  });

  it('reads the characters of banks in their words, Traditional ones too', () => {
    expect(mandarinReadings('中國銀行').map(([first = 0]) => pinyinOf(first))).toEqual(['zhong', 'guo', 'yin', 'hang']);
    expect(cantoneseReadings('銀行')[1]?.[0]).toBe(cantoneseSyllable('hong'));
  });

  it('has a reading list as long as the run, also with rare characters in it', () => {
    const run = fc
      .array(fc.constantFrom(...Array.from('王𠮷〇々單行廿卅瓩𫟹')), { maxLength: 6 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(run, (text) => {
        expect(mandarinReadings(text)).toHaveLength(Array.from(text).length);
        expect(cantoneseReadings(text)).toHaveLength(Array.from(text).length);
      }),
    );
  });

  it('knows one slip from two', () => {
    for (const [one, other] of [
      ['chan', 'chn'],
      ['chan', 'chaan'],
      ['chan', 'chen'],
      ['chan', 'cahn'],
    ] as const) {
      expect(isOneSlip(one, other) && isOneSlip(other, one)).toBe(true);
    }
    for (const [one, other] of [
      ['chan', 'chan'],
      ['chan', 'chnaa'],
      ['chan', 'wang'],
      ['chan', 'nahc'],
    ] as const) {
      expect(isOneSlip(one, other) || isOneSlip(other, one)).toBe(false);
    }
  });

  it('finds every spelling in spite of any slip in it', () => {
    const spelling = fc.constantFrom('zhang', 'liang', 'chuang', 'xiong', 'hua', 'tak');
    fc.assert(
      fc.property(spelling, fc.nat(5), fc.constantFrom(...Array.from('abcxyz')), (word, at, letter) => {
        const place = at % word.length;
        const slipped = [
          word.slice(0, place) + word.slice(place + 1),
          word.slice(0, place) + letter + word.slice(place),
          word.slice(0, place) + letter + word.slice(place + 1),
        ];
        const table = word === 'tak' ? cantoneseTyped : pinyinTyped;
        for (const each of slipped) {
          if (each === word) continue;
          for (const id of table.of(word)) expect(table.near(each)).toContain(id);
        }
      }),
    );
  });
});
