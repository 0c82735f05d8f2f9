import type { Person } from './schema';

/** Chinese family names of two characters, in both written forms. */
const longFamilyNames =
  '歐陽 欧阳 司徒 司馬 司马 上官 諸葛 诸葛 東方 东方 皇甫 尉遲 尉迟 公孫 公孙 慕容 令狐 宇文 長孫 长孙 端木 夏侯 軒轅 轩辕 ' +
  '鍾離 钟离 南宮 南宫 獨孤 独孤 呼延 西門 西门 申屠 鮮于 鲜于 淳于 濮陽 濮阳 澹臺 澹台 赫連 赫连 聞人 闻人 拓跋 百里';

/** The family names of one character that nearly everybody has, in both written forms. */
const familyNames =
  '王李張张劉刘陳陈楊杨黃黄趙赵吳吴周徐孫孙馬马朱胡郭何高林鄭郑謝谢羅罗梁宋唐許许韓韩馮冯鄧邓曹彭曾肖蕭萧田董潘袁蔡蔣蒋余于杜葉叶程蘇苏魏呂吕丁任沈姚盧卢姜崔鍾钟譚谭陸陆汪范金石廖賈贾夏韋韦付傅方白鄒邹孟熊秦邱江尹薛閻阎段雷侯龍龙史陶黎賀贺顧顾毛郝龔龚邵萬万錢钱嚴严覃武戴莫孔向湯汤甄區区麥麦伍霍歐欧關关簡简柯詹倪施岑容文古康溫温凌焦尤畢毕柳祝齊齐梅莊庄辛管祁耿卓關關藍蓝翁冼利甘殷申翟連连游阮柴滿满裴路穆桂牛符諸诸盛樊蘭兰俞喻舒包左成解鮑鲍葛季喬乔邢時时項项苗費费童歐屈仇儲储晏荊荆鄔邬尚';

const longNames = new Set(longFamilyNames.split(' '));
const shortNames = new Set(Array.from(familyNames));

/** The family name that a name in Chinese characters begins with; '' when it begins with none that is known. */
export function chineseFamilyName(name: string): string {
  const characters = [...name];
  const two = characters.slice(0, 2).join('');
  if (longNames.has(two)) return two;
  return shortNames.has(characters[0] ?? '') ? (characters[0] ?? '') : '';
}

/** Family names in Latin letters, as the mainland, Hong Kong and Taiwan write them. */
const latinFamilyNames = new Set(
  (
    'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin zheng xie luo liang song tang han feng ' +
    'deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng su wei lu lü lyu ding ren shen yao jia xia qian gu ' +
    'chan chen wong cheung leung lau lee li ng ho chow yeung yip lam cheng tse tsang tang kwok kwan chung fung choi tam lo lai ' +
    'mak yuen tsui hui hung kong law poon so sin siu szeto szeto ouyang au-yeung mok mui pang ip yiu yim yan tong to tong kan ' +
    'koo ko kam chiu chu chui chin chong fok fong fan kwong kwok lui ma man sham shum shek sit suen tso tsoi wan wu yau yung yu'
  ).split(' '),
);

export function isLatinFamilyName(word: string): boolean {
  return latinFamilyNames.has(word.toLowerCase());
}

type Honorific = Person['honorific'];

const honorificWords: Readonly<Record<string, Honorific>> = {
  dr: 'dr',
  doctor: 'dr',
  mr: 'mr',
  ms: 'ms',
  mrs: 'mrs',
  madam: 'ms',
  miss: 'miss',
  prof: 'prof',
  professor: 'prof',
  ir: 'ir',
  hon: 'hon',
  博士: 'dr',
  先生: 'mr',
  女士: 'ms',
  太太: 'mrs',
  夫人: 'mrs',
  小姐: 'miss',
  教授: 'prof',
};

/** What a way of address stands for; undefined when the word is none. */
export function honorificOf(word: string): Honorific | undefined {
  const key = word.toLowerCase().replace(/\.$/, '');
  return Object.hasOwn(honorificWords, key) ? honorificWords[key] : undefined;
}

/** A way of address behind a Chinese name. */
export const honorificBehind = /(博士|先生|女士|太太|夫人|小姐|教授)$/u;

/** Words that a post has, in Latin letters. */
const postWord =
  /^(c[efitomdps]o|chro|chair(man|woman|person)?|president|vice-president|s?vp|evp|avp|gm|dgm|md|director|director-general|managing|executive|general|deputy|vice|assistant|associate|senior|junior|principal|acting|chief|head|lead|leader|manager|founder|co-founder|cofounder|partner|secretary|officer|engineer|scientist|researcher|architect|designer|analyst|consultant|adviser|advisor|counsel|lawyer|accountant|specialist|coordinator|co-ordinator|representative|supervisor|commissioner|mayor|minister|ambassador|dean|rector|lecturer|fellow|trustee|treasurer|interpreter|editor|producer|owner|pa|ea|hr)[.:]?$/i;

/** Words of departments, which stand before a post and are no names. */
const departmentWord =
  /^(business|corporate|development|sales|marketing|product|project|program(me)?|technical|technology|engineering|finance|financial|investment|investor|strategy|strategic|research|r&d|human|resources|legal|operations?|operating|regional|overseas|international|global|public|affairs|government|relations|communications?|data|software|hardware|algorithms?|design|brand|supply|chain|quality|customer|client|account|area|country|china|asia|pacific|hong|kong|greater|bay|south|north|east|west|digital|it|ai|of|for|the|and|&|&amp;)$/i;

export function isPostWord(word: string): boolean {
  return postWord.test(word.replace(/,$/, ''));
}

export function isDepartmentWord(word: string): boolean {
  return departmentWord.test(word);
}

/** A post in Chinese characters: one of these words, with whatever stands before it. */
const chinesePost =
  /(董事長|董事长|董事|主席|總裁|总裁|總經理|总经理|經理|经理|總監|总监|主任|主管|局長|局长|處長|处长|科長|科长|部長|部长|廳長|厅长|司長|司长|市長|市长|區長|区长|縣長|县长|院長|院长|校長|校长|所長|所长|秘書長|秘书长|會長|会长|理事長|理事长|理事|書記|书记|秘書|秘书|助理|首席\p{Script=Han}*[官師师家]|工程師|工程师|科學家|科学家|研究員|研究员|創始人|创始人|創辦人|创办人|合夥人|合伙人|負責人|负责人|代表|顧問|顾问|律師|律师|會計師|会计师|專員|专员|幹事|干事|院士|講師|讲师|教授|總工|总工|行長|行长|組長|组长|隊長|队长|翻譯|翻译)(\(.*\))?$/u;

/** How a post is said right behind a family name: 王總, 陳主任. */
const postBehindName =
  /^(總|总|董|經理|经理|主任|總監|总监|局|處|处|科長|科长|部長|部长|院長|院长|校長|校长|書記|书记|會長|会长|秘書|秘书|工|老師|老师)$/u;

export function isChinesePost(text: string): boolean {
  return chinesePost.test(text);
}

export function isPostBehindName(text: string): boolean {
  return postBehindName.test(text);
}

const chineseOrganisation =
  /(公司|集團|集团|科技|銀行|银行|大學|大学|學院|学院|研究院|研究所|實驗室|实验室|基金會|基金会|基金|資本|资本|投資|投资|創投|创投|協會|协会|商會|商会|總會|总会|學會|学会|聯盟|联盟|委員會|委员会|管委會|管委会|辦公室|办公室|辦事處|办事处|政府|中心|園區|园区|產業園|产业园|醫院|医院|藥業|药业|生物|醫療|医疗|智能|機器人|机器人|電子|电子|半導體|半导体|能源|汽車|汽车|證券|证券|保險|保险|控股|實業|实业|文化|傳媒|传媒|互動|互动|遊戲|游戏|網絡|网络|軟件|软件|信息|物流|工作室|事務所|事务所|廠|厂|局|廳|厅|署|部委)(\(.*\))?$/u;

const latinOrganisation =
  /^(ltd|limited|inc|incorporated|llc|llp|plc|corp|corporation|gmbh|ag|company|group|holdings?|technolog(y|ies)|tech|capital|ventures?|bank|university|college|institute|laborator(y|ies)|labs?|foundation|association|chamber|committee|council|commission|authority|bureau|department|office|ministry|robotics|pharma(ceuticals?)?|biotech|therapeutics|medical|semiconductors?|energy|motors?|securities|insurance|studios?|interactive|entertainment|media|networks?|systems|software|solutions|intelligence|partners|enterprises?|industries|logistics|park|centre|center|hospital)[.,]?$/i;

/** Whether a text in one script says by its own words that it is an organisation. */
export function isOrganisationText(text: string): boolean {
  if (/\p{Script=Han}/u.test(text)) return chineseOrganisation.test(text);
  const words = text.split(/\s+/);
  return words.length > 1 && words.some((word, index) => index > 0 && latinOrganisation.test(word));
}
