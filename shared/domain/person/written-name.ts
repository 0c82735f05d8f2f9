import { noText } from '../values';
import type { LocalisedText } from '../values';
import { chineseFamilyName, isLatinFamilyName } from './one-line-words';

const han = /\p{Script=Han}/u;

/** Characters that only one of the two forms has, the frequent ones of names, posts and enterprises. */
const onlyTraditional =
  /[陳張劉楊黃趙吳孫馬鄭謝羅許韓馮鄧蕭蔣葉蘇呂盧鍾譚陸賈韋鄒閻龍賀顧龔萬錢嚴湯歐區關簡溫畢齊莊藍連滿諸蘭喬時項費東華國學會長經總監書記處廳區縣業產創新團機電網絡資銀衛醫藥車訊雲導體聯際亞環實驗啟開發設計術寶傳媒遊戲動畫燈語錦綠鳳麗靜穎瑩賢輝偉傑銘鋒鴻濤澤潤淵勝軍寧寬慶蓮雙夢詩韻頌養歷濱灣廣門興銳鵬騰數據聲視覺識務勞顧問師達維輪轉進遠選適還邊]/u;
const onlySimplified =
  /[陈张刘杨黄赵吴孙马郑谢罗许韩冯邓萧蒋叶苏吕卢钟谭陆贾韦邹阎龙贺顾龚万钱严汤欧区关简温毕齐庄蓝连满诸兰乔时项费东华国学会长经总监书记处厅区县业产创团机电网络资银卫医药车讯云导体联际亚环实验启开发设计术宝传戏动画灯语锦绿凤丽静颖莹贤辉伟杰铭锋鸿涛泽润渊胜军宁宽庆莲双梦诗韵颂养历滨湾广门兴锐鹏腾数据声视觉识务劳问师达维轮转进远选适还边]/u;

/** The form a Chinese text is written in. A mainland host's words that both forms share are taken for Simplified. */
export function chineseFormOf(text: string): 'zhHant' | 'zhHans' {
  return onlyTraditional.test(text) && !onlySimplified.test(text) ? 'zhHant' : 'zhHans';
}

/** A name or post typed into one box, under its script; `雲深科技 Cloud Deep` under both. */
export function localisedOf(typed: string): LocalisedText {
  const text = typed.trim();
  if (!han.test(text)) return { ...noText, en: text };
  const parts =
    /^(?<latin>[^\p{Script=Han}]*\p{Script=Latin}[^\p{Script=Han}]*?)\s+(?<chinese>\p{Script=Han}[^\p{Script=Latin}]*)$/u.exec(
      text,
    ) ?? /^(?<chinese>\p{Script=Han}[^\p{Script=Latin}]*?)\s+(?<latin>\p{Script=Latin}[^\p{Script=Han}]*)$/u.exec(text);
  const chinese = parts?.groups?.['chinese']?.trim() ?? text;
  return { ...noText, en: parts?.groups?.['latin']?.trim() ?? '', [chineseFormOf(chinese)]: chinese };
}

/** Family and given name of somebody whose whole names were typed: 陳大文 and David Chan, CHAN Tai-man, Wang Xiaoming. */
export function nameFieldsOf(
  chineseName: string,
  latinName: string,
): { readonly familyName: LocalisedText; readonly givenName: LocalisedText } {
  const chinese = chineseName.trim();
  const form = chineseFormOf(chinese);
  const known = chineseFamilyName(chinese);
  // A name with a dot, or of a family that is not in the list, still has to be kept whole.
  const family = chinese.includes('·') ? '' : known === '' ? ([...chinese][0] ?? '') : known;
  const latin = splitLatin(latinName);
  return {
    familyName: { ...noText, en: latin.family, ...(chinese === '' ? {} : { [form]: family }) },
    givenName: {
      ...noText,
      en: latin.given,
      ...(chinese === '' ? {} : { [form]: chinese.slice(family.length).trim() }),
    },
  };
}

function splitLatin(name: string): { family: string; given: string } {
  const words = name.trim().split(/\s+/).filter(Boolean);
  if (words.length < 2) return { family: '', given: words.join(' ') };
  const without = (at: number): string => words.filter((_, index) => index !== at).join(' ');
  const capitals = words.flatMap((word, index) => (/^\p{Lu}[\p{Lu}'-]+$/u.test(word) ? [index] : []));
  const [onlyCapital, another] = capitals;
  if (onlyCapital !== undefined && another === undefined) {
    return { family: words[onlyCapital] ?? '', given: without(onlyCapital) };
  }
  const last = words.length - 1;
  const at = isLatinFamilyName(words[0] ?? '') && !isLatinFamilyName(words[last] ?? '') ? 0 : last;
  return { family: words[at] ?? '', given: without(at) };
}
