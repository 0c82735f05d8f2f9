import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { NamesWork } from '@main/search/names-work';
import { threadedNames } from '@main/search/names-thread';
import { makePrint } from '@main/search/print';
import { definitions } from '@shared/domain/records';
import { searchedKinds } from '@shared/ipc/search-channels';
import { Random } from '../store/random';
import { enterpriseName } from '../store/sample-words';
import { timesOf } from './measure';
import type { NamesFigures, TrialOrder } from './trial-words';

const surnames = Array.from(
  '陳李黃張梁林劉吳蔡楊許何鄭謝郭潘曾周徐葉馮蘇盧鄧余朱胡趙袁馬蔣沈韓唐董程傅曹彭呂蕭丁任姚江鍾崔譚陸范汪廖石金韋賈夏方侯鄒熊孟秦白薛閻雷龍史陶賀顧毛郝龔邵萬錢覃武戴莫孔向湯',
);
const givens = Array.from(
  '文明國華建志偉強家榮德俊傑子軒浩然宇晨嘉欣詠詩敏慧美玲秀英麗娟芳雪梅婷婉怡靜淑儀惠珍曉蘭雅思琪穎欣彤健康安平正光輝耀祖宗仁義禮信永昌興旺盛富貴祥瑞福壽春夏秋冬東西南北山海川河雲龍鳳天',
);
const latin = ['Chan', 'Li', 'Wong', 'Zhang', 'Leung', 'Lin', 'Lau', 'Wu', 'Tsoi', 'Yang'];
const latinGivens = [
  'Tai-man',
  'Jianguo',
  'Ka-ming',
  'Xiaolan',
  'Wing-yan',
  'Wei',
  'Tsz-kit',
  'Mei',
  'Haoran',
  'Siu-fan',
];
const syllables = [
  'tai',
  'wei',
  'ming',
  'hao',
  'jun',
  'yan',
  'xin',
  'mei',
  'ling',
  'fan',
  'kit',
  'wah',
  'chun',
  'hing',
];
const questions = 400;
const changes = 200;
const firstShown = 5;

type Fields = Readonly<Record<string, unknown>>;

function jsonOf(type: 'person' | 'organisation', id: string, fields: Fields): Buffer {
  const record = { type, id, deletedAt: null, ...definitions[type].blank, ...fields };
  return Buffer.from(JSON.stringify(record), 'utf8');
}

function chineseName(random: Random): { family: string; given: string } {
  return {
    family: random.pick(surnames),
    given: random.pick(givens) + (random.below(5) > 0 ? random.pick(givens) : ''),
  };
}

function aRecord(number: number, random: Random): Buffer {
  if (number % 5 === 0) return jsonOf('organisation', randomUUID(), { legalName: enterpriseName(random) });
  const { family, given } = chineseName(random);
  const isLatinToo = random.below(2) === 0;
  const en = (text: string): string => (isLatinToo ? text : '');
  return jsonOf('person', randomUUID(), {
    familyName: { en: en(random.pick(latin)), zhHant: family, zhHans: '' },
    givenName: { en: en(`${random.pick(syllables)} ${random.pick(syllables)}`), zhHant: given, zhHans: '' },
    phones: [`+852 ${5000 + random.below(4999)} ${1000 + random.below(8999)}`],
    emails: [`person.${number}@example.org`],
  });
}

function questionOf(at: number, random: Random): string {
  const { family, given } = chineseName(random);
  const kinds = [
    family + given,
    family,
    given,
    `${random.pick(latin)} ${random.pick(latinGivens)}`,
    random.pick(latinGivens).slice(0, 2 + random.below(4)),
    `${random.pick(syllables)}${random.pick(syllables)}`,
    Array.from({ length: 3 }, () => random.pick(latin).charAt(0).toLowerCase()).join(''),
    String(5000 + random.below(4999)),
    enterpriseName(random).zhHant.slice(0, 2 + random.below(6)),
    'Spatial Inteligence',
  ];
  return kinds[at % kinds.length] ?? family;
}

export async function namesTrial({ names, thread, pairs }: TrialOrder & { of: 'names' }): Promise<NamesFigures> {
  const random = new Random(5);
  const keeper = threadedNames(thread);
  const began = performance.now();
  for (let first = 0; first < names; first += 500) {
    const records = Array.from({ length: Math.min(500, names - first) }, (_, at) => aRecord(first + at, random));
    add(keeper.add.bind(keeper), records);
  }
  await keeper.ask('settle', null);
  const buildTime = performance.now() - began;
  const times: number[] = [];
  for (let at = 0; at < questions; at += 1) {
    const query = questionOf(at, random);
    const from = performance.now();
    await keeper.ask('search', { query, kinds: [...searchedKinds], most: 20 });
    if (at >= questions / 10) times.push(performance.now() - from);
  }
  const changed: number[] = [];
  for (let at = 0; at < changes; at += 1) {
    const record = aRecord(at * 5 + 1, random);
    const from = performance.now();
    add(keeper.add.bind(keeper), [record]);
    await keeper.ask('settle', null);
    changed.push(performance.now() - from);
  }
  keeper.close();
  return { names, buildTime, all: timesOf(times), change: timesOf(changed), ...(await crossScripts(pairs)) };
}

function add(
  take: (bytes: Uint8Array<ArrayBuffer>, ends: Uint32Array<ArrayBuffer>) => void,
  records: readonly Buffer[],
): void {
  let end = 0;
  const ends = Uint32Array.from(records, ({ length }) => (end += length));
  take(new Uint8Array(Buffer.concat([...records])), ends);
}

/** From each form of a name to each other, among all the names of the table in that other form. */
async function crossScripts(path: string): Promise<Pick<NamesFigures, 'pairs' | 'crossScriptRecall' | 'missed'>> {
  const table = JSON.parse(readFileSync(path, 'utf8')) as { groups: { rows: string[][] }[] };
  const rows = table.groups.flatMap(({ rows: each }) => each);
  const most = Math.max(...rows.map(({ length }) => length));
  const ids = rows.map(() => randomUUID());
  const print = await makePrint();
  let pairs = 0;
  let found = 0;
  const missed: string[] = [];
  for (let to = 0; to < most; to += 1) {
    const work = new NamesWork(print);
    const records = rows.map((forms, row) => {
      const name = forms[Math.min(to, forms.length - 1)] ?? '';
      return jsonOf('organisation', ids[row] ?? '', { legalName: { en: name, zhHant: '', zhHans: '' } });
    });
    add(work.take.bind(work), records);
    for (const [row, forms] of rows.entries()) {
      if (forms[to] === undefined) continue;
      for (const [from, query] of forms.entries()) {
        if (from === to) continue;
        pairs += 1;
        if (work.search(query, ['organisation'], firstShown).some(({ id }) => id === ids[row])) found += 1;
        else missed.push(`${query} → ${forms[to]}`);
      }
    }
  }
  return { pairs, crossScriptRecall: pairs === 0 ? 0 : found / pairs, missed: missed.slice(0, 40) };
}
