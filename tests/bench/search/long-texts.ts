import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../store/random';
import { enterpriseName, familyName, givenName, noteText } from '../store/sample-words';

const chineseWords =
  '企業 投資 項目 合作 發展 市場 技術 創新 產業 政策 資金 上市 融資 研發 中心 總部 辦事處 團隊 人才 簽證 大學 實驗室 專利 數據 平台 網絡 安全 監管 金融 銀行 保險 基金 供應鏈 物流 港口 機場 高鐵 製造 工廠 生產線 設備 材料 半導體 芯片 機器人 人工智能 大模型 算力 雲計算 生物醫藥 臨床 試驗 醫院 藥物 新能源 電池 汽車 太陽能 儲能 氫能 碳排放 綠色 文化 動畫 遊戲 電影 版權 出海 品牌 渠道 客戶 訂單 合同 條款 稅務 優惠 土地 租金 園區 落戶 註冊 董事會 股東 創辦人 總經理 副總裁 主任 局長 專員 會議 參觀 考察 午宴 晚宴 演示 介紹 簡報 跟進 回覆 安排 確認 下月 明年 季度 預算 規模 增長 收入 利潤 成本 風險 機會 挑戰 瓶頸 需求 支持 配套 住房 學校 國際 東南亞 歐洲 中東 內地 香港 深圳 杭州 廣州 上海 北京 成都 蘇州 前海 河套 科學園 數碼港 引進辦 特首 財政司 條例 標準 認證 測試 檢驗 質量 交付 時間表 里程碑'.split(
    ' ',
  );
const simplifiedWords =
  '企业 投资 项目 发展 市场 技术 创新 产业 资金 融资 研发 总部 办事处 团队 签证 大学 实验室 专利 数据 网络 监管 银行 保险 供应链 机场 制造 工厂 生产线 设备 半导体 机器人 云计算 生物医药 临床 医院 药物 电池 汽车 太阳能 储能 氢能 绿色 动画 游戏 电影 版权 渠道 客户 订单 合同 条款 税务 优惠 园区 落户 注册 董事会 股东 创办人 总经理 副总裁 会议 参观 演示 介绍 简报 跟进 回复 确认 预算 规模 增长 收入 利润 风险 机会 挑战 瓶颈 需求 国际 东南亚 欧洲 内地 广州 苏州 科学园 标准 认证 测试 检验 质量 时间表 里程碑'.split(
    ' ',
  );
const englishWords =
  'investment headquarters research laboratory robotics semiconductor battery logistics biomedicine animation licence listing prospectus compliance customs certification supplier warehouse quarter revenue margin shareholder founder delegation itinerary reception banquet bureau commissioner district innovation incubator patent prototype roadmap milestone tender procurement insurance treasury settlement currency visa talent scholarship university professor faculty clinical trial hospital hydrogen solar storage carbon disclosure exchange sponsor underwriter valuation franchise studio copyright distribution overseas expansion subsidiary lease campus cluster corridor testing inspection delivery timetable follow commitment secondment interpreter protocol courtesy signing memorandum framework steering committee secretary chairman deputy director'.split(
    ' ',
  );
const syllables = 'ba de lin xu shan tai ke mo ran go vi ther al en sor ty quen ling har mon'.split(' ');

/** Sentences of what was published about a visit, where that is at hand. */
function publishedSentences(): string[] {
  const folder = join(process.cwd(), '../shared/data');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/(?<=[.。])\s+|\n+/))
    .filter((sentence) => sentence.trim().length > 20);
}

const published = publishedSentences();

/** Common words more often than rare ones. */
function common(random: Random, words: readonly string[]): string {
  return words[Math.floor(words.length * random.next() ** 2)] ?? '';
}

/** A name that nobody had before. */
function coined(random: Random): string {
  const parts = Array.from({ length: 2 + random.below(3) }, () => random.pick(syllables)).join('');
  return parts.charAt(0).toUpperCase() + parts.slice(1);
}

function coinedInChinese(random: Random): string {
  return Array.from({ length: 2 + random.below(2) }, () => String.fromCharCode(0x4e00 + random.below(6000))).join('');
}

function chinese(random: Random, words: readonly string[]): string {
  const text = Array.from({ length: 6 + random.below(10) }, () => common(random, words)).join('');
  return random.below(6) === 0 ? `${coinedInChinese(random)}${text}。` : `${text}，${common(random, words)}。`;
}

function english(random: Random): string {
  const words = Array.from({ length: 8 + random.below(12) }, () => common(random, englishWords));
  if (random.below(4) === 0) words.splice(2, 0, coined(random), String(random.below(100_000)));
  return `${words.join(' ')}.`;
}

function named(random: Random): string {
  const [family, given, enterprise] = [familyName(random), givenName(random), enterpriseName(random)];
  return `${given.en} ${family.en} ${family.zhHant}${given.zhHant} — ${enterprise.en} ${enterprise.zhHans}`;
}

/** The text of the n-th note: Markdown in mixed English and Chinese of about 4.3 KB, always the same for the same number. */
export function longText(number: number): string {
  const random = new Random(number + 77);
  const lines = [noteText(random, 500)];
  let length = 500;
  const bytes = 3400 + random.below(800);
  while (length < bytes) {
    const kind = random.below(10);
    const line =
      kind < 3
        ? `${chinese(random, chineseWords)}${chinese(random, chineseWords)}`
        : kind < 5
          ? `- ${chinese(random, simplifiedWords)}${chinese(random, simplifiedWords)}`
          : kind < 8
            ? english(random)
            : kind === 8 || published.length === 0
              ? `- ${named(random)}`
              : random.pick(published);
    lines.push(line);
    length += Buffer.byteLength(line) + 1;
  }
  return lines.join('\n');
}

/** The scripts that questions are asked in. */
export const questionScripts = ['traditional', 'simplified', 'english', 'mixed'] as const;
export type QuestionScript = (typeof questionScripts)[number];

const questionsOfScript = 100;

/**
 * A hundred questions as people type them: words, the beginning of one, two words, a stretch of a sentence that they
 * remember from one of the notes, and now and then what stands nowhere.
 */
export function questionsIn(script: QuestionScript, notes: number): string[] {
  const random = new Random(script.length * 1000 + 3);
  return Array.from({ length: questionsOfScript }, (_, at) => questionOf(script, at, notes, random));
}

function questionOf(script: QuestionScript, at: number, notes: number, random: Random): string {
  const words =
    script === 'traditional'
      ? chineseWords
      : script === 'simplified'
        ? simplifiedWords
        : [...englishWords, ...chineseWords];
  if (script === 'english') {
    const word = common(random, englishWords);
    const kinds = [
      word,
      word.slice(0, 2 + random.below(4)),
      `${word} ${common(random, englishWords)}`,
      `${common(random, englishWords)} ${word} ${common(random, englishWords).slice(0, 3)}`,
      remembered(/[A-Za-z]+ [A-Za-z]+ [A-Za-z]+/, notes, random),
      at % 4 === 0 ? 'zzyzx' : coined(random),
    ];
    return kinds[at % kinds.length] ?? word;
  }
  const word = random.pick(words);
  const kinds = [
    word,
    word.slice(0, 1),
    `${random.pick(words)} ${word}`,
    script === 'mixed'
      ? `${common(random, englishWords)} ${random.pick(chineseWords)}`
      : `${word}${random.pick(words)}`,
    remembered(/[\u4e00-\u9fff]{4,8}/, notes, random),
    at % 4 === 0 ? '魑魅魍魎' : coinedInChinese(random),
  ];
  return kinds[at % kinds.length] ?? word;
}

function remembered(pattern: RegExp, notes: number, random: Random): string {
  const text = longText(random.below(notes));
  const found = pattern.exec(text.slice(random.below(text.length >> 1)));
  return found?.[0] ?? '錢塘江';
}
