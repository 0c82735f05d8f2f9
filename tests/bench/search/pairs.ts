import { NamesIndex } from '../../../shared/search/names/names-index';
import type { Name } from '../../../shared/search/names/names-index';
import table from './pairs.json';

/** Forms that must find each other; `source` says where they come from. */
interface PairsTable {
  readonly groups: readonly {
    readonly source: string;
    readonly kind: string;
    readonly rows: readonly (readonly string[])[];
  }[];
}

/** How many of the forms of the table are found by each other. */
export interface CrossScriptRecall {
  readonly rows: number;
  readonly asked: number;
  readonly found: number;
  /** For each group its source and share. */
  readonly groups: readonly { readonly source: string; readonly share: number }[];
  /** What was not found: "query → wanted". */
  readonly missed: readonly string[];
}

const firstOnes = 5;

/** The table of the bench and the tests. */
export const pairs: PairsTable = table;

/**
 * Every form of the table is a record of its own, among `distractors` invented names; asked for by one form of a row, each
 * other form of that row has to be among the first five.
 */
export function crossScriptRecall(distractors: number): CrossScriptRecall {
  const index = new NamesIndex();
  const records: (readonly [string, readonly Name[]])[] = inventedNames(distractors).map(
    (text, at) => [`invented ${at}`, [{ text, kind: 'name' }]] as const,
  );
  for (const [group, { rows }] of pairs.groups.entries())
    for (const [row, forms] of rows.entries())
      for (const [form, text] of forms.entries())
        records.push([`${group} ${row} ${form}`, [{ text, kind: 'name' }]] as const);
  index.putAll(records);

  const missed: string[] = [];
  const groups = pairs.groups.map(({ source, rows }, group) => {
    let [asked, found] = [0, 0];
    for (const [row, forms] of rows.entries()) {
      for (const [at, query] of forms.entries()) {
        const hits = new Set(index.search(query, { most: firstOnes }).map(({ id }) => id));
        for (const [other, wanted] of forms.entries()) {
          if (other === at) continue;
          asked += 1;
          if (hits.has(`${group} ${row} ${other}`)) found += 1;
          else missed.push(`${query} → ${wanted}`);
        }
      }
    }
    return { source, share: found / asked, asked, found };
  });
  return {
    rows: pairs.groups.reduce((sum, { rows }) => sum + rows.length, 0),
    asked: groups.reduce((sum, { asked }) => sum + asked, 0),
    found: groups.reduce((sum, { found }) => sum + found, 0),
    groups: groups.map(({ source, share }) => ({ source, share })),
    missed,
  };
}

const surnames =
  '王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林鄭謝羅梁宋唐許韓馮鄧曹彭曾蕭田董潘袁蔡蔣余于杜葉程蘇魏呂丁任沈姚盧姜崔鍾譚陸汪范金石廖賈夏韋傅方白鄒孟熊秦邱江尹薛';
const given =
  '國華明文志強偉德建平軍輝傑俊豪家嘉麗美玉英芳珍萍紅梅雲霞娟秀芬燕蘭淑琴玲慧敏靜雅婷欣怡詩琪雪曉天永光榮富貴福健仁義禮智信忠孝勇春夏秋冬竹松林森山海洋江波濤洪源泉浩宇星晨曉東思惠愛祥瑞慶樂和安寧達成業興新學';
const trades = ['科技', '生物醫藥', '集團', '資本', '銀行', '電子', '智能', '能源', '網絡', '軟件'];
const english = ['Andy', 'Peter', 'Mary', 'Winnie', 'Jackson', 'Sandra', 'Raymond', 'Chloe', 'Dominic', 'Eva'];
const roman = ['Chan', 'Lau', 'Wong', 'Li', 'Zhang', 'Wang', 'Ho', 'Cheung', 'Ng', 'Zhao'];

/** Invented names of people and enterprises (sample), the same ones every time. */
export function inventedNames(count: number): string[] {
  let state = 11;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % limit;
  };
  const one = (from: readonly string[]): string => from[below(from.length)] ?? '';
  const [family, names] = [Array.from(surnames), Array.from(given)];
  return Array.from({ length: count }, (_, at) => {
    if (at % 10 < 6) return one(family) + one(names) + (below(5) > 0 ? one(names) : '');
    if (at % 10 < 8) return `${one(english)} ${one(roman)}`;
    return `${one(names)}${one(names)}${one(trades)}有限公司`;
  });
}
