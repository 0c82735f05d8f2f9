import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Converter } from 'opencc-js';

const root = join(__dirname, '../../..');
const toTraditional = Converter({ from: 'cn', to: 't' });
const toSimplified = Converter({ from: 't', to: 'cn' });

/** Simplified for one character and Traditional for another: both are right in Traditional text. */
const both =
  '后里干只台面云系制复准几划范回克周致征余升占卷历向表丑斗谷胡姜借卷困了蒙辟千秋沈松叶游于御愿岳郁折志朱注着才布出冬发合伙家尽据卜签曲舍术司涂吁佣涌';
/** Languages are called as their own readers call them. */
const ownNames = /繁體中文（香港）|繁體中文|简体中文|繁|简/g;

function wordsIn(language: string): string {
  return ['renderer/locales', 'main/locales']
    .flatMap((folder) =>
      readdirSync(join(root, folder, language))
        .filter((file) => file.endsWith('.json'))
        .map((file) => readFileSync(join(root, folder, language, file), 'utf8')),
    )
    .join('\n')
    .replace(ownNames, '');
}

function strangers(text: string, convert: (text: string) => string): string[] {
  const characters = new Set(text.match(/\p{Script=Han}/gu) ?? []);
  return [...characters].filter((character) => !both.includes(character) && convert(character) !== character);
}

describe('the words of a language', () => {
  it('are in Traditional characters for Hong Kong', () => {
    expect(strangers(wordsIn('zh-Hant-HK'), toTraditional)).toEqual([]);
  });

  it('are in Simplified characters for the Mainland', () => {
    expect(strangers(wordsIn('zh-Hans'), toSimplified)).toEqual([]);
  });

  it('and a character of the other script would be noticed', () => {
    expect(strangers('檔案、设定', toTraditional)).toEqual(['设']);
    expect(strangers('文件、設置', toSimplified)).toEqual(['設']);
  });
});
