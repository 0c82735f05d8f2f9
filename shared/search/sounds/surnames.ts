import { cantoneseSyllable } from './cantonese';
import { mandarinSyllable } from './mandarin';
import type { SyllableId } from './spellings';

/**
 * Surnames that are read otherwise than the word (GB/T 28039-2011, Xinhua Dictionary; for Cantonese the Hong Kong
 * romanisation of the same): character(s) in Simplified form, Pinyin, Jyutping (- where it is no other).
 */
const table =
  '单 shan sin|曾 zeng zang|仇 qiu sau|解 xie haai|查 zha zaa|区 ou au|任 ren jam|华 hua waa|盖 ge goi|乐 yue lok|翟 zhai zaak|种 chong cung|' +
  '员 yun wan|朴 piao pok|繆 miao miu|缪 miao miu|召 shao siu|盛 sheng sing|覃 qin taam|隗 wei ngai|秘 bi bei|黑 he haak|折 she zit|薄 bo bok|' +
  '洗 xian sin|冼 xian sin|牟 mou mau|宁 ning ning|葛 ge got|纪 ji gei|应 ying jing|鲜 xian sin|过 guo gwo|那 na naa|占 zhan zim|都 du dou|' +
  '宿 su suk|车 che ce|尹 yin wan|佴 nai nei|幺 yao jiu|祭 zhai zaai|郇 xun seon|莘 shen san|燕 yan jin|哈 ha haa|卜 bu buk|能 nai noi|' +
  '訾 zi zi|逄 pang pong|郗 xi hei|晏 yan ngaan|费 fei fei|贾 jia gaa|沈 shen sam|石 shi sek|强 qiang koeng|降 xiang hong|难 nan naan|' +
  '句 gou gau|便 pian pin|适 kuo kut|谌 chen sam|尉 wei wai|令 ling ling|撒 sa saat|尚 shang soeng|教 jiao gaau|相 xiang soeng|彭 peng paang|' +
  '於 yu jyu|夏 xia haa|柏 bai paak|伯 bo baak|要 yao jiu|少 shao siu|干 gan gon|余 yu jyu|阚 kan ham|臧 zang zong|殷 yin jan|邵 shao siu|' +
  '尉迟 yu,chi wat,ci|长孙 zhang,sun zoeng,syun|万俟 mo,qi mak,kei|澹台 tan,tai taam,toi|令狐 ling,hu ling,wu|单于 chan,yu sin,jyu|' +
  '鲜于 xian,yu sin,jyu|欧阳 ou,yang au,joeng|司徒 si,tu si,tou|司马 si,ma si,maa|诸葛 zhu,ge zyu,got|上官 shang,guan soeng,gun|' +
  '皇甫 huang,fu wong,fu|夏侯 xia,hou haa,hau|宇文 yu,wen jyu,man|慕容 mu,rong mou,jung|公孙 gong,sun gung,syun|淳于 chun,yu seon,jyu|' +
  '东方 dong,fang dung,fong|独孤 du,gu duk,gu|南宫 nan,gong naam,gung|端木 duan,mu dyun,muk|呼延 hu,yan fu,jin|钟离 zhong,li zung,lei|' +
  '轩辕 xuan,yuan hin,jyun|赫连 he,lian haak,lin|濮阳 pu,yang buk,joeng|拓跋 tuo,ba tok,bat|申屠 shen,tu san,tou|闻人 wen,ren man,jan|' +
  '西门 xi,men sai,mun|百里 bai,li baak,lei';

interface Reading {
  readonly mandarin: readonly (readonly SyllableId[])[];
  readonly cantonese: readonly (readonly SyllableId[])[];
}

const bySurname = new Map<string, Reading>(
  table.split('|').map((row) => {
    const [surname = '', mandarin = '', cantonese = ''] = row.split(' ');
    return [
      surname,
      { mandarin: idsOf(mandarin, mandarinSyllable), cantonese: idsOf(cantonese, cantoneseSyllable) },
    ] as const;
  }),
);

const nothing: Reading = { mandarin: [], cantonese: [] };

function idsOf(readings: string, idOf: (reading: string) => SyllableId | undefined): SyllableId[][] {
  return readings.split(',').map((reading) => [idOf(reading)].filter((id) => id !== undefined));
}

/** How the characters (folded) that a name begins with are read when they are a surname with a reading of its own. */
export function readingsAsSurname(characters: readonly string[]): Reading {
  const [first = '', second = ''] = characters;
  return bySurname.get(first + second) ?? bySurname.get(first) ?? nothing;
}
