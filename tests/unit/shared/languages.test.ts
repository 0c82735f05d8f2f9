import { describe, expect, it } from '@jest/globals';
import { languageOf } from '@shared/languages';

describe('the language of the computer', () => {
  it.each([
    [['zh-HK'], 'zh-Hant-HK'],
    [['zh-TW', 'en-US'], 'zh-Hant-HK'],
    [['zh-MO'], 'zh-Hant-HK'],
    [['zh-Hant-CN'], 'zh-Hant-HK'],
    [['yue-HK'], 'zh-Hant-HK'],
    [['zh'], 'zh-Hans'],
    [['zh-CN'], 'zh-Hans'],
    [['zh-SG'], 'zh-Hans'],
    [['zh_HK'], 'zh-Hant-HK'],
    [['en-GB', 'zh-HK'], 'en'],
    [['fr-FR', 'zh-Hans-HK'], 'zh-Hans'],
    [['de'], 'en'],
    [['C'], 'en'],
    [[], 'en'],
  ])('%j is shown as %s', (preferred, shown) => {
    expect(languageOf(preferred)).toBe(shown);
  });
});
