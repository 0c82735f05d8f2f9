import type { LocalisedText } from '@shared/domain/values';
import type { Random } from './random';

const openings = [
  'The founders said',
  'Our side asked whether',
  'The district government pointed out that',
  'Their head of international business expects',
  'After the tour of the laboratory it was agreed that',
  'The vice-president repeated',
  'Over dinner the chairman mentioned that',
];
const middles = [
  'orders from abroad make up a third of the order book',
  'a regional headquarters could be opened within eighteen months',
  'the certificates of testing bodies are the narrowest place',
  'engineers need visas before the first line is installed',
  'data may be kept on either side of the boundary',
  'a listing is thought of, though not before the end of next year',
  'two universities have been approached about joint research',
];
const endings = [
  'and would like a named contact.',
  'if a site of about 2,000 square metres can be found.',
  'subject to the approval of the board.',
  'which nobody had told them before.',
  'and will send the figures within two weeks.',
  '— to be checked with the accreditation service.',
];
const chineseOpenings = ['對方表示', '企业代表介绍', '雙方同意', '会上提到', '主席補充', '我方询问'];
const chineseMiddles = [
  '出口認證是目前最大的瓶頸',
  '计划在香港设立国际业务总部及数据中心',
  '希望與本地大學合作研究人工智能',
  '智慧城市平台已在三个城市落地',
  '人才簽證的安排需要進一步說明',
  '数据跨境流动的规则仍待厘清',
];
const chineseEndings = [
  '，并希望尽快安排下一次会面。',
  '，預計明年第二季完成。',
  '，细节由双方工作组跟进。',
  '，有關文件將於兩星期內送交。',
];

const families = [
  ['Chan', '陳', '陈'],
  ['Wong', '黃', '黄'],
  ['Lam', '林', '林'],
  ['Cheung', '張', '张'],
  ['Zhou', '周', '周'],
  ['Zhao', '趙', '赵'],
  ['Qian', '錢', '钱'],
  ['Sun', '孫', '孙'],
] as const;
const givens = [
  ['Ka-ming', '家明', '家明'],
  ['Wing-yan', '詠欣', '咏欣'],
  ['Jianguo', '建國', '建国'],
  ['Xiaolan', '曉蘭', '晓兰'],
  ['Tsz-kit', '子傑', '子杰'],
  ['Mei', '美', '美'],
] as const;
const fields = [
  ['Spatial Intelligence', '空間智能', '空间智能'],
  ['New Energy', '新能源', '新能源'],
  ['Life Sciences', '生命科學', '生命科学'],
  ['Smart Logistics', '智慧物流', '智慧物流'],
  ['Digital Animation', '數碼動畫', '数码动画'],
] as const;
const cities = [
  ['Shenzhen', '深圳', '深圳'],
  ['Hangzhou', '杭州', '杭州'],
  ['Chengdu', '成都', '成都'],
  ['Suzhou', '蘇州', '苏州'],
] as const;
const posts = [
  ['General Manager', '總經理', '总经理'],
  ['Chief Scientist', '首席科學家', '首席科学家'],
  ['Director, International', '國際業務總監', '国际业务总监'],
  ['Founder', '創辦人', '创始人'],
] as const;

type Forms = readonly [string, string, string];

function text([en, zhHant, zhHans]: Forms): LocalisedText {
  return { en, zhHant, zhHans };
}

export const familyName = (random: Random): LocalisedText => text(random.pick<Forms>(families));
export const givenName = (random: Random): LocalisedText => text(random.pick<Forms>(givens));
export const cityName = (random: Random): LocalisedText => text(random.pick<Forms>(cities));
export const post = (random: Random): LocalisedText => text(random.pick<Forms>(posts));

export function enterpriseName(random: Random): LocalisedText {
  const number = 1 + random.below(9999);
  const [en, zhHant, zhHans] = random.pick<Forms>(fields);
  return {
    en: `${en} ${number} Limited (sample)`,
    zhHant: `${zhHant}${number}有限公司（樣本）`,
    zhHans: `${zhHans}${number}有限公司（样本）`,
  };
}

export function englishSentence(random: Random): string {
  return `${random.pick(openings)} ${random.pick(middles)} ${random.pick(endings)}`;
}

export function chineseSentence(random: Random): string {
  return `${random.pick(chineseOpenings)}${random.pick(chineseMiddles)}${random.pick(chineseEndings)}`;
}

export function sentence(random: Random): string {
  return random.next() < 0.5 ? englishSentence(random) : chineseSentence(random);
}

/** The text of a note, as Markdown in both languages, of at least this many bytes. */
export function noteText(random: Random, bytes: number): string {
  const lines: string[] = [];
  let length = 0;
  while (length < bytes) {
    const kind = random.below(8);
    const words = sentence(random);
    const line =
      kind === 0
        ? `\n## ${words.slice(0, 24)}\n`
        : kind < 4
          ? `- ${words}`
          : `${words}${englishSentence(random)} ${chineseSentence(random)}\n`;
    lines.push(line);
    length += Buffer.byteLength(line) + 1;
  }
  return lines.join('\n');
}
