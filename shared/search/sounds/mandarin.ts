import { Spellings } from './spellings';
import type { SyllableId } from './spellings';

/** Every syllable of Standard Chinese without tones (GB/T 16159), ü written v as it is typed. */
const syllables =
  'a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng cha chai chan chang ' +
  'chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao ' +
  'de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu ga gai ' +
  'gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai ' +
  'huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku ' +
  'kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo ' +
  'lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang ' +
  'niao nie nin ning niu nong nou nu nuan nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia ' +
  'qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san sang ' +
  'sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan ' +
  'sui sun suo ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi ' +
  'xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang ' +
  'zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu ' +
  'zuan zui zun zuo';

const names = syllables.split(' ');
const idOf = new Map(names.map((name, index) => [name, index + 1]));

/** The id of a syllable in Pinyin without a tone; undefined when it is none. */
export function mandarinSyllable(pinyin: string): SyllableId | undefined {
  return idOf.get(pinyin);
}

export function pinyinOf(id: SyllableId): string {
  return names[id - 1] ?? '';
}

/** How ü is written in passports, on keyboards and by who has none; the second a of Shaanxi. */
const otherPinyin: Readonly<Record<string, string>> = {
  lv: 'lu lyu',
  nv: 'nu nyu',
  lve: 'lue lyue',
  nve: 'nue nyue',
  shan: 'shaan',
};

function* pinyinSpellings(): Generator<[string, SyllableId, number]> {
  for (const [index, name] of names.entries()) {
    yield [name, index + 1, 0];
    for (const other of otherPinyin[name]?.split(' ') ?? []) yield [other, index + 1, 1];
  }
}

const wadeInitials: Readonly<Record<string, string>> = {
  b: 'p',
  d: 't',
  g: 'k',
  zh: 'ch',
  j: 'ch',
  q: 'ch',
  x: 'hs sh',
  z: 'ts',
  c: 'ts',
  r: 'j',
};
const wadeWhole: Readonly<Record<string, string>> = {
  zhi: 'chih',
  chi: 'chih',
  shi: 'shih',
  ri: 'jih',
  zi: 'tzu tsu tze',
  ci: 'tzu tsu tze',
  si: 'ssu szu sze',
  yi: 'i yi yee',
  yan: 'yen',
  ye: 'yeh',
  you: 'yu yo',
  yong: 'yung',
  ge: 'ko ke',
  ke: 'ko ke',
  he: 'ho',
  e: 'o erh',
  er: 'erh',
  gui: 'kuei kwei',
  kui: 'kuei',
  ying: 'ing',
  wen: 'wen ven',
  song: 'soong',
  hua: 'hwa',
  jiu: 'jeou',
  kong: 'kung',
  huang: 'hwang',
  xu: 'hsu shu',
  zhou: 'chow',
  zhao: 'chao',
  zhu: 'chu',
  yu: 'yue',
  lv: 'lu leu',
};
const wadeFinals: readonly (readonly [RegExp, string])[] = [
  [/ian$/, 'ien'],
  [/ie$/, 'ieh'],
  [/ue$|ve$/, 'ueh'],
  [/ong$/, 'ung'],
  [/(?<=[dtnlzcsr]|zh|ch)uo$/, 'o'],
  [/(?<=[zcsdtr]|zh|ch|sh)e$/, 'eh'],
  [/v$/, 'u'],
];

/** Wade-Giles without its apostrophes, and how names of Taiwan and before 1958 are written: Tsai, Hsieh, Chou, Kuo. */
function* wadeSpellings(): Generator<[string, SyllableId, number]> {
  for (const [index, name] of names.entries()) {
    for (const whole of wadeWhole[name]?.split(' ') ?? []) yield [whole, index + 1, 2];
    const initial = /^(zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?/.exec(name)?.[0] ?? '';
    const written = wadeFinals.reduce((so, [ending, instead]) => so.replace(ending, instead), name);
    for (const other of [initial, ...(wadeInitials[initial]?.split(' ') ?? [])]) {
      yield [other + written.slice(initial.length), index + 1, 2];
      yield [other + name.slice(initial.length).replace(/v/, 'u'), index + 1, 3];
    }
  }
}

/** Pinyin as it is typed: no tones, ü as v, u or yu. */
export const pinyinTyped = new Spellings(pinyinSpellings(), false);
/** Pinyin and the other ways in which Mandarin names are written, for what is no Pinyin. */
export const romanMandarin = new Spellings([...pinyinSpellings(), ...wadeSpellings()], true);
