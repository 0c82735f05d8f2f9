import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comparablePhone } from '@shared/domain/person/contact-parts';
import { readOneLine } from '@shared/domain/person/one-line';
import type { OneLine } from '@shared/domain/person/one-line';
import { localisedOf, nameFieldsOf } from '@shared/domain/person/written-name';

const nothing: OneLine = {
  chineseName: '',
  latinName: '',
  honorific: 'none',
  post: '',
  organisation: '',
  phones: [],
  emails: [],
  wechatId: '',
  remarks: '',
};
const david = { chineseName: '陳大文', latinName: 'David Chan' };

describe('one line about somebody', () => {
  it.each<[string, Partial<OneLine>]>([
    [
      '陳大文 David Chan, CTO, 雲深科技, 138 0000 0000, wechat: dwchan',
      { ...david, post: 'CTO', organisation: '雲深科技', phones: ['138 0000 0000'], wechatId: 'dwchan' },
    ],
    ['David Chan 陳大文，CTO，雲深科技', { ...david, post: 'CTO', organisation: '雲深科技' }],
    ['陳大文、首席技術官、雲深科技', { chineseName: '陳大文', post: '首席技術官', organisation: '雲深科技' }],
    ['雲深科技 | 陳大文 | CTO', { chineseName: '陳大文', post: 'CTO', organisation: '雲深科技' }],
    [
      '陳大文David Chan CTO 雲深科技 13800000000',
      { ...david, post: 'CTO', organisation: '雲深科技', phones: ['13800000000'] },
    ],
    ['陳大文博士; 雲深科技', { chineseName: '陳大文', honorific: 'dr', organisation: '雲深科技' }],
    [
      '王芳女士，副总裁，深圳步健机器人有限公司',
      { chineseName: '王芳', honorific: 'ms', post: '副总裁', organisation: '深圳步健机器人有限公司' },
    ],
    [
      'Dr David Chan, Panda Robotics Co., Ltd.',
      { latinName: 'David Chan', honorific: 'dr', organisation: 'Panda Robotics Co., Ltd.' },
    ],
    [
      'Ms. Ada Wong / Head of Sales / Cloud Deep',
      { latinName: 'Ada Wong', honorific: 'ms', post: 'Head of Sales', organisation: 'Cloud Deep' },
    ],
    ['David Chan, Tencent', { latinName: 'David Chan', organisation: 'Tencent' }],
    ['david chan, founder, cloud deep', { latinName: 'david chan', post: 'founder', organisation: 'cloud deep' }],
    [
      'Anna Schmidt, Chief Executive Officer, Rheinwerk GmbH',
      { latinName: 'Anna Schmidt', post: 'Chief Executive Officer', organisation: 'Rheinwerk GmbH' },
    ],
    ['Founder/CEO, 陳大文', { chineseName: '陳大文', post: 'Founder / CEO' }],
    ['王总, 云深科技', { chineseName: '王', post: '总', organisation: '云深科技' }],
    ['陈主任', { chineseName: '陈', post: '主任' }],
    ['欧阳明，高级经理', { chineseName: '欧阳明', post: '高级经理' }],
    ['阿卜杜拉·买买提, 总经理', { chineseName: '阿卜杜拉·买买提', post: '总经理' }],
    ['陳大文', { chineseName: '陳大文' }],
    ['Madonna', { latinName: 'Madonna' }],
    ['陳大文, David Chan, CTO, Cloud Deep', { ...david, post: 'CTO', organisation: 'Cloud Deep' }],
    [
      '陳大文, 對晶片測試很有興趣, CTO, 雲深科技',
      { chineseName: '陳大文', post: 'CTO', organisation: '雲深科技', remarks: '對晶片測試很有興趣' },
    ],
    ['姓名：陳大文；職位：主席；公司：雲深', { chineseName: '陳大文', post: '主席', organisation: '雲深' }],
    ['備註：不吃牛肉, 陳大文', { chineseName: '陳大文', remarks: '不吃牛肉' }],
    ['陳大文，董事，董事會辦公室主任', { chineseName: '陳大文', post: '董事 / 董事會辦公室主任' }],
    ['Professor Li Na, 浙江大學', { latinName: 'Li Na', honorific: 'prof', organisation: '浙江大學' }],
    ['', {}],
    [' ,, ；、 ', {}],
  ])('%s', (line, expected) => {
    expect(readOneLine(line)).toEqual({ ...nothing, ...expected });
  });

  it('takes an enterprise that is known for one, though its name does not say so', () => {
    const isKnown = (name: string) => ['雲深', 'David Jones'].includes(name);
    expect(readOneLine('雲深, 陳大文', isKnown)).toEqual({ ...nothing, chineseName: '陳大文', organisation: '雲深' });
    expect(readOneLine('陳大文 雲深', isKnown)).toEqual({ ...nothing, chineseName: '陳大文', organisation: '雲深' });
    expect(readOneLine('Ada Wong, David Jones', isKnown)).toMatchObject({
      latinName: 'Ada Wong',
      organisation: 'David Jones',
    });
  });

  it.each<[string, readonly string[]]>([
    ['138 0000 0000', ['138 0000 0000']],
    ['138-0000-0000', ['138-0000-0000']],
    ['電話13800000000', ['13800000000']],
    ['+86 138 0000 0000', ['+86 138 0000 0000']],
    ['+852 2345 6789', ['+852 2345 6789']],
    ['(852) 2345 6789', ['(852) 2345 6789']],
    ['2345 6789', ['2345 6789']],
    ['9123 4567, 138 0000 0000', ['9123 4567', '138 0000 0000']],
    ['138 0000 0000 9123 4567', ['138 0000 0000', '9123 4567']],
    ['+852 2345 6789 13800000000', ['+852 2345 6789', '13800000000']],
    ['Tel: 0755-12345678', ['0755-12345678']],
    ['(010) 1234 5678', ['(010) 1234 5678']],
    ['400-123-4567', ['400-123-4567']],
    ['+44 20 7946 0000', ['+44 20 7946 0000']],
    ['+1 (415) 555-0100', ['+1 (415) 555-0100']],
    ['mobile +1 415 555 0100', ['+1 415 555 0100']],
    ['１３８００００００００', ['13800000000']],
    ['tel 12345', ['12345']],
    ['2026-02-24', []],
    ['9', []],
  ])('finds the numbers of %s', (line, phones) => {
    const read = readOneLine(`陳大文, ${line}`);
    expect(read.phones).toEqual(phones);
    expect(read.chineseName).toBe('陳大文');
  });

  it.each([
    ['wechat: dwchan', 'dwchan'],
    ['WeChat dw_chan-88', 'dw_chan-88'],
    ['微信dwchan', 'dwchan'],
    ['微信号：dwchan', 'dwchan'],
    ['wx:dw', 'dw'],
    ['wx dwchan', 'dwchan'],
    ['wechat: 13800000000', '13800000000'],
    ['13800000000 微信同号', '13800000000'],
    ['WeChat pay', ''],
  ])('finds the WeChat id of %s', (line, id) => {
    expect(readOneLine(`陳大文, ${line}`).wechatId).toBe(id);
  });

  it('finds e-mail addresses, and leaves what is none to the remarks', () => {
    expect(readOneLine('David Chan david@clouddeep.example.com; d.chan+hk@example.org')).toMatchObject({
      latinName: 'David Chan',
      emails: ['david@clouddeep.example.com', 'd.chan+hk@example.org'],
    });
    expect(readOneLine('David Chan, CTO, Cloud Deep, david@').remarks).toContain('david@');
  });

  it('drops nothing that was typed', () => {
    const word = fc.oneof(
      fc.constantFrom(
        '陳大文',
        'David Chan',
        'CTO',
        '雲深科技',
        '138 0000 0000',
        'a@b.example',
        '首席技術官',
        '王总',
        'Head',
      ),
      fc.stringMatching(/^[a-z]{3,9}$/),
      fc.stringMatching(/^[一-龥]{1,6}$/u),
      fc.stringMatching(/^\d{1,16}$/),
      fc.string({ maxLength: 12 }),
    );
    const separator = fc.constantFrom(', ', '、', '，', '; ', ' | ', ' ', '/', '\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, separator), { maxLength: 12 }), (parts) => {
        const line = parts.map(([text, sign]) => text + sign).join('');
        const said = Object.entries(readOneLine(line))
          .flatMap(([, value]: [string, string | readonly string[]]) => value)
          .join(' ');
        const kept = new Set([...said.normalize('NFKC')]);
        const labelWords =
          /wechat|we chat|weixin|wx|vx|id|tel(ephone)?|mobile|mob|phone|cell|direct|e-?mail|mail|dr|mr|mrs|ms|miss|prof(essor)?|doctor|madam|ir|hon|name|title|post|position|job|company|org(anis|aniz)?(ation)?|employer|remarks?|notes?|[mt]/;
        const words = line.normalize('NFKC').match(/[\p{Script=Han}]|[A-Za-z]+|\d+/gu) ?? [];
        for (const each of words) {
          if (
            new RegExp(`^(${labelWords.source})$`, 'i').test(each) ||
            /[先生女士博太夫人小姐教授微信電话話电手機机直線线姓名字職职位務务稱称公司單单備备註注郵邮箱子件號号同辦办室]/u.test(
              each,
            )
          )
            continue;
          for (const character of each) expect(kept).toContain(character);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never fails and never fills a field beyond what a record takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), (line) => {
        const read = readOneLine(line);
        for (const field of [
          read.chineseName,
          read.latinName,
          read.post,
          read.organisation,
          read.wechatId,
          ...read.phones,
        ]) {
          expect(field.length).toBeLessThanOrEqual(300);
        }
      }),
    );
  });
});

describe('the parts of a name', () => {
  it.each([
    ['陳大文', 'David Chan', { zhHant: '陳', en: 'Chan' }, { zhHant: '大文', en: 'David' }],
    ['欧阳明', '', { zhHans: '欧阳' }, { zhHans: '明' }],
    ['', 'CHAN Tai-man David', { en: 'CHAN' }, { en: 'Tai-man David' }],
    ['', 'Wang Xiaoming', { en: 'Wang' }, { en: 'Xiaoming' }],
    ['', 'Anna Maria Schmidt', { en: 'Schmidt' }, { en: 'Anna Maria' }],
    ['', 'Madonna', {}, { en: 'Madonna' }],
    ['阿卜杜拉·买买提', '', {}, { zhHans: '阿卜杜拉·买买提' }],
  ])('%s %s', (chinese, latin, family, given) => {
    const blank = { en: '', zhHant: '', zhHans: '' };
    expect(nameFieldsOf(chinese, latin)).toEqual({
      familyName: { ...blank, ...family },
      givenName: { ...blank, ...given },
    });
  });

  it('stand under the script they are written in', () => {
    expect(localisedOf('雲深科技 Cloud Deep')).toEqual({ en: 'Cloud Deep', zhHant: '雲深科技', zhHans: '' });
    expect(localisedOf('Cloud Deep 云深科技')).toEqual({ en: 'Cloud Deep', zhHant: '', zhHans: '云深科技' });
    expect(localisedOf('AI 實驗室主管 (HK)')).toEqual({ en: '', zhHant: 'AI 實驗室主管 (HK)', zhHans: '' });
    expect(localisedOf('CTO')).toEqual({ en: 'CTO', zhHant: '', zhHans: '' });
  });
});

it('compares phone numbers by their digits, without the code of their country', () => {
  expect(comparablePhone('+86 138-0000-0000')).toBe(comparablePhone('138 0000 0000'));
  expect(comparablePhone('00852 2345 6789')).toBe(comparablePhone('2345 6789'));
  expect(comparablePhone('2345 6780')).not.toBe(comparablePhone('2345 6789'));
});
