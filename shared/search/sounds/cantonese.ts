import { Spellings } from './spellings';
import type { SyllableId } from './spellings';

/*
 * Cantonese names are written in many ways: 德 is dak in Jyutping, Tak on an identity card, Dak in Yale. The Hong Kong
 * Government's romanisation tells neither aspirated from unaspirated sounds nor long from short a, so syllables that it
 * writes alike are one here, and each of them knows every spelling that its members are met with.
 */

/** The finals in use after each initial, in Jyutping, from to-jyutping's table of characters. */
const finalsAfter: Readonly<Record<string, string>> = {
  '': 'a aa aai aak aam aan aang aap aau ai ak am an ang ap at au e ei it o oi ok on ong ou uk ung m ng',
  ng: 'aa aai aak aam aan aang aap aat aau ai ak am an ang ap at au e ei it o oi ok on ong ou uk ung',
  b: 'aa aai aak aan aang aat aau ai ak am an ang at au e ei ek eng i ik in ing it iu o ok ong ou ui uk un ung ut',
  p: 'aa aai aak aan aang aat aau ai an ang at au e ei ek eng ik in ing it iu o oi ok ong ou ui uk un ung ut',
  m: 'aa aai aak aan aang aat aau ai ak an ang at au e ei eng i ik in ing it iu o ok ong ou ui uk un ung ut',
  f: 'aa aai aak aan aat ai an ang at au e ei ik ing iu o ok ong u ui uk un ung ut',
  d: 'aa aai aak aam aan aap aat ai ak am an ang ap at au e ei ek eng eoi eon eot eu i ik im in ing ip it iu o oe oek oeng oi ok ong ou uk ung yun yut',
  t: 'aa aai aam aan aap aat ai am an ang ap au ek eng eoi eon eot ik im in ing ip it iu o oe oi ok ong ou uk ung yun yut',
  n: 'aa aai aam aan aap aat aau ai am an ang ap at au e ei eoi eot i ik im in ing ip it iu o oek oeng oi ok ong ou uk ung yun',
  l: 'aa aai aak aam aan aang aap aat aau ai ak am an ang ap at au e ei ek em eng eoi eon eot i ik im in ing ip it iu o oek oeng oi ok ong ou u uk ung yun yut',
  g: 'aa aai aak aam aan aang aap aat aau ai ak am an ang ap at au e ei eng eoi i ik im in ing ip it iu o oe oek oeng oi ok on ong ot ou u ui uk un ung ut yun yut',
  k: 'aa aai aak aam aan aat aau ai ak am an ang ap at au e ei ek eng eoi ik im in ing ip it iu o oe oek oeng oi ok on ong u ui uk ung ut yun yut',
  gw: 'aa aai aak aan aang aat ai ak an ang at ik ing o ok ong u ui un ut',
  kw: 'aa aai aak aang ai an ang ik ok ong u ui ut',
  w: 'aa aai aak aan aang aat ai an ang at i ik ing o ok ong u ui un ut',
  h: 'aa aai aak aam aan aang aap aau ai ak am an ang ap at au e ei ek eng eoi i ik im in ing ip it iu o oe oeng oi ok on ong ot ou uk ung yun yut',
  z: 'aa aai aak aam aan aang aap aat aau ai ak am an ang ap at au e ek eng eoi eon eot i ik im in ing ip it iu o oe oek oeng oi ok ong ou uk ung yu yun yut',
  c: 'aa aai aak aam aan aang aap aat aau ai ak am an ang ap at au e ek eng eoi eon eot i ik im in ing ip it iu o oek oeng oi ok ong ou uk ung yu yun yut',
  s: 'aa aai aak aam aan aang aap aat aau ai ak am an ang ap at au e ei ek eng eoi eon eot i ik im in ing ip it iu o oe oek oeng oi ok ong ou uk ung yu yun yut',
  j: 'aa aai aak aang aap aau ai am an ap at au e eng eoi eon i ik im in ing ip it iu o oek oeng uk ung yu yun yut',
};

/** Initials that the government's way writes alike are one. */
const sameInitial: Readonly<Record<string, string>> = { b: 'p', d: 't', g: 'k', gw: 'kw', z: 'c', ng: '' };
const sameFinal: Readonly<Record<string, string>> = {
  aa: 'a',
  aai: 'ai',
  aak: 'ak',
  aam: 'am',
  aan: 'an',
  aang: 'ang',
  aap: 'ap',
  aat: 'at',
  aau: 'au',
  ou: 'o',
  eoi: 'ui',
  eon: 'un',
  eot: 'ut',
};

const writtenInitials: Readonly<Record<string, string>> = {
  '': ' ng',
  ng: 'ng ',
  b: 'b p',
  p: 'p',
  d: 'd t',
  t: 't',
  g: 'g k',
  k: 'k',
  gw: 'gw kw k',
  kw: 'kw k',
  z: 'z j ch ts tz c',
  c: 'c ch ts tz',
  s: 's sh',
  j: 'j y',
};

const writtenFinals: Readonly<Record<string, string>> = {
  a: 'a ah',
  aa: 'aa a ah ar',
  ai: 'ai ay',
  aai: 'aai ai ay',
  au: 'au ow ao',
  aau: 'aau au ao',
  am: 'am um',
  aam: 'aam am um',
  an: 'an un en',
  aan: 'aan an',
  ang: 'ang ung eng',
  aang: 'aang ang',
  ap: 'ap up',
  aap: 'aap ap',
  at: 'at ut',
  aat: 'aat at',
  ak: 'ak uk ack',
  aak: 'aak ak ack',
  e: 'e eh er',
  ei: 'ei i ee ey ay',
  i: 'i ee ie',
  iu: 'iu ew ieu',
  ing: 'ing eng',
  ik: 'ik ick ek',
  eng: 'eng',
  ek: 'ek',
  o: 'o oh or aw',
  ou: 'ou o ow oe oh',
  oi: 'oi oy',
  ok: 'ok ock',
  ong: 'ong',
  oe: 'oe eu euh',
  oeng: 'oeng eung eong',
  oek: 'oek euk eok',
  eoi: 'eoi ui oi eui',
  eon: 'eon un',
  eot: 'eot ut',
  u: 'u oo',
  ui: 'ui ooi',
  un: 'un oon',
  ut: 'ut oot',
  uk: 'uk ook',
  ung: 'ung oong',
  yu: 'yu u ue',
  yun: 'yun uen un',
  yut: 'yut uet ut',
};

/** What the rules do not give: 志 Tsz, 思 Sze, 觀 Kwun, 葉 Ip, 余 Yue. */
const writtenWhole: Readonly<Record<string, string>> = {
  zi: 'tsz tze tsze tz',
  ci: 'tsz tze tsze',
  si: 'sze szi sz sy',
  gu: 'kwu',
  gun: 'kwun',
  jip: 'ip yap',
  ji: 'i',
  jim: 'im',
  jin: 'in',
  jing: 'ing',
  jiu: 'iu',
  jik: 'ik',
  jyu: 'yu yue u yee',
  jyun: 'yuen yun un',
  jyut: 'yuet yut',
  joek: 'yeuk',
  ng: 'ng eng ung goh',
  m: 'm ng',
  siu: 'shaw',
  zan: 'jan',
  gwaan: 'quan kuan',
  gwok: 'quok kok',
  ham: 'hom',
  gam: 'kom',
  wong: 'mong ong',
  can: 'tan',
  lam: 'lim',
  syu: 'shue sue',
  zyu: 'chue jue',
  hoeng: 'hong',
  gau: 'kow',
  loeng: 'leong',
  waa: 'hwa',
  juk: 'yue',
  kiu: 'kew',
  joeng: 'young yeong',
};

const names: string[] = [];
const idOfName = new Map<string, SyllableId>();
const idOfJyutping = new Map<string, SyllableId>();
for (const [initial, finals] of Object.entries(finalsAfter)) {
  for (const final of finals.split(' ')) {
    const isNasal = initial === '' && (final === 'm' || final === 'ng');
    const name = isNasal ? `${final}!` : `${sameInitial[initial] ?? initial}+${sameFinal[final] ?? final}`;
    let id = idOfName.get(name);
    if (id === undefined) {
      names.push(name);
      id = names.length;
      idOfName.set(name, id);
    }
    idOfJyutping.set(initial + final, id);
  }
}

/** The id of a syllable in Jyutping without a tone; undefined when it is none. */
export function cantoneseSyllable(jyutping: string): SyllableId | undefined {
  return idOfJyutping.get(jyutping);
}

function* spellings(): Generator<[string, SyllableId, number]> {
  for (const [initial, finals] of Object.entries(finalsAfter)) {
    for (const final of finals.split(' ')) {
      const jyutping = initial + final;
      const id = idOfJyutping.get(jyutping) ?? 0;
      yield [jyutping, id, 0];
      for (const whole of writtenWhole[jyutping]?.split(' ') ?? []) yield [whole, id, 1];
      if (jyutping === 'm' || jyutping === 'ng') continue;
      for (const [rare, begun] of (writtenInitials[initial] ?? initial).split(' ').entries()) {
        for (const [rarer, ended] of (writtenFinals[final] ?? final).split(' ').entries()) {
          // "y" before "yu" is one letter.
          const ending = begun === 'y' && ended.startsWith('y') ? ended.slice(1) : ended;
          if (begun + ending !== '') yield [begun + ending, id, rare + rarer * 2];
        }
      }
    }
  }
}

/** Jyutping, Yale, and the ways in which Hong Kong people and their Government write Cantonese names. */
export const cantoneseTyped = new Spellings(spellings(), true);
