import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { runCommand, say } from '../setup/say.mjs';

const classesFile = 'shared/search/tables/han-classes.ts';
const wordsFile = 'shared/search/tables/regional-words.ts';

/** Variants that people write and opencc-js does not list: Hong Kong's estates (邨), names (堃, 喆), older prints. */
const variants =
  '村邨 坤堃 哲喆 吴呉 户戸 高髙 德徳 德悳 富冨 每毎 步歩 桑桒 宁甯 污汚 氹凼 同仝 钜鉅 炮砲 炮礮 果菓 札剳 回囘 仙僊 秋穐 ' +
  '匹疋 朵朶 柏栢 棋碁 豆荳 昵暱 峨峩 鹅鵞 匆怱 雁鴈 睹覩 辉煇 珏玨 球毬 琅瑯 寇冦 寓庽 婿壻 姊姉 携擕 拓搨 拏拿 效効 敕勅 ' +
  '时旹 暖煖 枪鎗 檐簷 歌謌 浚濬 溪磎 潜濳 澄澂 灾烖 照炤 燕鷰 犁犂 瓶缾 痹痺 皋皐 眯瞇 碗椀 碗盌 磷燐 祀禩 稚穉 稿稾 窗牕 ' +
  '窗窓 管筦 箸筯 糕餻 绵緜 翻飜 耕畊 胭臙 脉衇 膳饍 草艸 莅涖 蕊蘂 蕊蕋 蛇虵 躬躳 逃迯 遁遯 邻隣 酬醻 酬酧 阔濶 阴隂 韭韮 ' +
  '鼓皷 崎﨑 岛嶋 岛嶌 冰氷 妍姸 研硏 青靑 清淸 缘縁 尔尓 着著 么幺 侄姪 俯俛 仿倣 仿彷';

/** Japanese forms that are other words in Chinese: 芸 is a name of its own, 連 is no 聯. */
const otherWords = new Set(Array.from('弁芸沪欠缶予連'));

const classesComment = [
  ' * Characters that are one in a search, a class a word, the one they fold to first: made from the tables of opencc-js',
  ' * (Apache-2.0, from OpenCC) by `node build/commands/han-classes.mjs`.',
];
const wordsComment = [
  ' * Words of the mainland and what Taiwan or Hong Kong says instead, in Traditional characters: made from the tables of',
  ' * opencc-js (Apache-2.0, from OpenCC) by `node build/commands/han-classes.mjs`.',
];

/** The characters of GB 2312: what is in common use on the mainland. */
const standard = new Set(
  Array.from({ length: 0xf8 - 0xb0 }, (_, row) =>
    Array.from({ length: 94 }, (_each, cell) => new TextDecoder('gbk').decode(Uint8Array.of(row + 0xb0, cell + 0xa1))),
  ).flat(),
);

/** Writes the tables of characters and words that are one in a search, from those of opencc-js: `node build/commands/han-classes.mjs`. */
await runCommand(async () => {
  const simplified = await pairsOf('TSCharacters');
  const tables = [
    ...simplified,
    ...(await pairsOf('STCharacters')),
    ...(await pairsOf('HKVariants')),
    ...(await pairsOf('HKVariantsRev')),
    ...(await pairsOf('TWVariants')),
    ...(await pairsOf('TWVariantsRev')),
    ...(await pairsOf('JPShinjitaiCharacters')).filter(isSameWord),
    ...(await pairsOf('JPShinjitaiCharactersRev')).filter(isSameWord),
    ...variants.split(' ').map((pair) => Array.from(pair)),
  ];
  const classes = joined(tables);
  /** @type {Map<string, number>} */
  const votes = new Map();
  for (const [, target = ''] of simplified) votes.set(target, (votes.get(target) ?? 0) + 1);
  const rows = classes.map((members) => headFirst(members, votes)).sort();
  await writeFile(join(root, classesFile), sourceOf(classesComment, 'hanClasses', ' ', rows));
  say(`${rows.length} classes of ${rows.join('').length} characters written to ${classesFile}.`);

  const regional = [...(await pairsOf('TWPhrases', isWord)), ...(await pairsOf('HKPhrases', isWord))];
  const words = [...new Set(regional.map((pair) => pair.join('=')))].sort();
  await writeFile(join(root, wordsFile), sourceOf(wordsComment, 'regionalWords', '|', words));
  say(`${words.length} words of the regions written to ${wordsFile}.`);
});

/**
 * Words of several characters that differ; no names of people.
 * @param {string[]} pair
 */
function isWord(pair) {
  const [one, other] = pair;
  return (
    pair.length === 2 && one !== other && pair.every((word) => !/[·'=|]/.test(word) && Array.from(word).length > 1)
  );
}

/** @param {string[]} pair */
function isSameWord(pair) {
  return !pair.some((character) => otherWords.has(character));
}

/**
 * The rows of one table that are wanted: unless said otherwise, those that say one character for one.
 * @param {string} name
 * @param {(row: string[]) => boolean} isWanted
 */
async function pairsOf(name, isWanted = isOneForOne) {
  const module = createRequire(import.meta.url)
    .resolve('opencc-js/core')
    .replace('core.js', `dict/${name}.js`);
  const text = await readFile(module, 'utf8');
  const rows = /"(.*)"/s.exec(text)?.[1]?.split('|') ?? [];
  return rows.map((row) => row.split(' ')).filter(isWanted);
}

/** @param {string[]} row */
function isOneForOne(row) {
  return row.every((each) => Array.from(each).length === 1);
}

/**
 * @param {string[][]} pairs
 * @returns {string[][]}
 */
function joined(pairs) {
  /** @type {Map<string, string[]>} */
  const classOf = new Map();
  for (const [one = '', other = ''] of pairs) {
    const first = classOf.get(one) ?? [one];
    const second = classOf.get(other) ?? [other];
    const both = first === second ? first : [...first, ...second];
    for (const member of both) classOf.set(member, both);
  }
  return [...new Set(classOf.values())].map((members) => [...new Set(members)]).filter(({ length }) => length > 1);
}

/**
 * The simplified form that most of the others lead to stands first, one of GB 2312 before another: tables of readings know
 * it, which know 曾 and not 曽.
 * @param {string[]} members
 * @param {Map<string, number>} votes
 */
function headFirst(members, votes) {
  const rank = (/** @type {string} */ member) =>
    (votes.get(member) ?? 0) + (standard.has(member) ? 1000 : 0) - (member.length > 1 ? 100 : 0);
  const [head = '', ...rest] = members.toSorted(
    (one, other) => rank(other) - rank(one) || (one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0),
  );
  return [head, ...rest.toSorted()].join('');
}

/**
 * @param {string[]} comment
 * @param {string} name
 * @param {string} between
 * @param {string[]} rows
 */
function sourceOf(comment, name, between, rows) {
  const lines = [''];
  for (const row of rows) {
    const last = lines.at(-1) ?? '';
    if (last.length + row.length > 100) lines.push(row);
    else lines[lines.length - 1] = last === '' ? row : last + between + row;
  }
  return [
    '/**',
    ...comment,
    ' */',
    `export const ${name} =`,
    ...lines.map((line, index) => `  '${line}${index === lines.length - 1 ? "';" : `${between}' +`}`),
    '',
  ].join('\n');
}
