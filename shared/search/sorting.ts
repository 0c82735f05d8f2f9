import { fold } from './fold';

/** How names in Chinese characters are put in order: by their strokes, or by how they are read in Pinyin. */
export const nameOrders = ['stroke', 'pinyin'] as const;
export type NameOrder = (typeof nameOrders)[number];

/**
 * Surnames that are read otherwise than the word, each with a character that is always read like the surname: 單 stands
 * with 扇 (shàn), not with 丹 (dān). Both in Simplified form; those of two characters first.
 */
const readLike: ReadonlyMap<string, string> = new Map(
  (
    '尉迟=玉池 长孙=掌孙 万俟=莫其 澹台=谈台 单于=蝉于 单=扇 曾=增 仇=囚 解=谢 查=渣 区=欧 任=人 盖=舸 乐=月 翟=宅 种=虫 员=运 朴=瓢 ' +
    '缪=妙 繆=妙 召=绍 覃=秦 隗=伟 秘=必 黑=贺 折=蛇 薄=博 洗=险 那=拿 宿=素 祭=债 莘=身 能=耐 幺=妖 句=勾 适=扩 谌=晨 撒=萨 盛=圣 都=嘟 ' +
    '华=画 燕=烟 应=英 宁=泞 教=交'
  )
    .split(' ')
    .map((row) => {
      const [surname = '', other = ''] = row.split('=');
      return [surname, other] as const;
    }),
);

/**
 * Compares names for sorting: those in Latin letters first, by the alphabet and with numbers by their size, then those in
 * Chinese characters by strokes or by Pinyin, surnames as surnames are read. Names that differ in nothing that is compared
 * are equal.
 */
export function nameComparer(order: NameOrder): (one: string, other: string) => number {
  const collator = new Intl.Collator(order === 'stroke' ? 'zh-Hant-HK-u-co-stroke' : 'zh-Hans-CN-u-co-pinyin', {
    numeric: true,
  });
  if (order === 'stroke') return (one, other) => byKind(one, other) || collator.compare(one, other);
  const read = new Map<string, string>();
  const reading = (name: string): string => {
    let known = read.get(name);
    if (known === undefined) {
      known = asRead(name);
      read.set(name, known);
    }
    return known;
  };
  return (one, other) =>
    byKind(one, other) || collator.compare(reading(one), reading(other)) || collator.compare(one, other);
}

const beginsInHan = /^[\s\p{P}]*\p{Script=Han}/u;

/** Every collation of Chinese puts Latin letters first; this says so for the programs whose data may not. */
function byKind(one: string, other: string): number {
  return Number(beginsInHan.test(one)) - Number(beginsInHan.test(other));
}

/** A name in Simplified characters, a surname of another reading in one that is read like it. */
function asRead(name: string): string {
  const characters = Array.from(fold(name.trim()));
  for (const length of [2, 1]) {
    const other = readLike.get(characters.slice(0, length).join(''));
    if (other !== undefined) return other + characters.slice(length).join('');
  }
  return characters.join('');
}
