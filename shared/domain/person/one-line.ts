import { fold } from '../../search/fold';
import { takeContactParts } from './contact-parts';
import {
  chineseFamilyName,
  honorificBehind,
  honorificOf,
  isChinesePost,
  isDepartmentWord,
  isLatinFamilyName,
  isOrganisationText,
  isPostBehindName,
  isPostWord,
} from './one-line-words';
import type { Person } from './schema';

/** What one line says about somebody, each part as it was typed. */
export interface OneLine {
  readonly chineseName: string;
  readonly latinName: string;
  readonly honorific: Person['honorific'];
  readonly post: string;
  readonly organisation: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly wechatId: string;
  /** Everything that found no place of its own: nothing that was typed is dropped. */
  readonly remarks: string;
}

type Draft = { -readonly [K in keyof OneLine]: OneLine[K] };
type Slot = 'chineseName' | 'latinName' | 'post' | 'organisation';

const han = /\p{Script=Han}/u;
/** Commas of `Co., Ltd.` belong to the name of the company. */
const separators = /[;、|\n\t\r]|\/(?!\/)|,(?!\s*(?:ltd|limited|inc|llc|llp|plc|corp|gmbh)\b)/iu;
const labels: readonly (readonly [RegExp, Slot | 'name' | 'remarks'])[] = [
  [/^(?:name|姓名|名字)\s*:\s*/iu, 'name'],
  [/^(?:title|post|position|job|職位|职位|職務|职务|職稱|职称)\s*:\s*/iu, 'post'],
  [/^(?:company|organisation|organization|org|employer|公司|單位|单位|機構|机构)\s*:\s*/iu, 'organisation'],
  [/^(?:remarks?|notes?|備註|备注|註|注)\s*:\s*/iu, 'remarks'],
];

/**
 * Splits what is typed while somebody is talking: `陳大文 David Chan, CTO, 雲深科技, 138 0000 0000, wechat: dwchan`.
 * Names may be in Chinese, Latin letters or both, and the parts in any order; `isKnownOrganisation` is asked about
 * parts that could be one. What finds no place goes to the remarks.
 */
export function readOneLine(line: string, isKnownOrganisation: (name: string) => boolean = () => false): OneLine {
  const { phones, emails, wechatId, rest } = takeContactParts(narrowed(line));
  const draft: Draft = {
    chineseName: '',
    latinName: '',
    honorific: 'none',
    post: '',
    organisation: '',
    phones,
    emails,
    wechatId,
    remarks: '',
  };
  const segments = rest
    .split(separators)
    .map((segment) => segment.trim().replace(/\s+/gu, ' '))
    .filter((segment) => /[\p{L}\p{N}\p{S}\p{M}]/u.test(segment) || segment.length > 1);
  const open: string[] = [];
  for (const segment of segments) place(draft, segment, open, isKnownOrganisation);
  settle(draft, open);
  return draft;
}

/** Full-width letters, digits and signs of a Chinese keyboard as their plain ones; Chinese characters stay as they are. */
function narrowed(line: string): string {
  return line
    .replaceAll('\u3000', ' ')
    .replaceAll(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Puts a segment where its own words say it belongs; one that says nothing waits in `open`. */
function place(draft: Draft, segment: string, open: string[], isKnown: (name: string) => boolean): void {
  const label = labels.find(([pattern]) => pattern.test(segment));
  if (label !== undefined) {
    const [pattern, slot] = label;
    const words = segment.replace(pattern, '').trim();
    if (words === '') return;
    if (slot === 'remarks') remark(draft, words);
    else if (slot === 'name') placeNames(draft, words, open);
    else put(draft, slot, words);
    return;
  }
  const honorific = honorificOf(segment);
  // "Professor" by itself is what somebody is; before or behind a name it is how one addresses them.
  if (honorific !== undefined && honorific !== 'prof' && draft.honorific === 'none') draft.honorific = honorific;
  else if (isKnown(segment)) put(draft, 'organisation', segment);
  else placeByWords(draft, segment, open, isKnown);
}

function placeByWords(draft: Draft, segment: string, open: string[], isKnown: (name: string) => boolean): void {
  const hasName = draft.chineseName !== '' || draft.latinName !== '';
  const pieces = piecesOf(segment);
  const kinds = pieces.map((piece) => kindOf(piece, isKnown));
  const others = kinds.filter((kind) => kind !== 'post' && kind !== 'organisation');
  const isWhole = kinds.length === 1 || hasName;
  if (kinds.includes('organisation') && !kinds.includes('post') && (isWhole || others.length === 0)) {
    put(draft, 'organisation', segment);
  } else if (kinds.includes('post') && !kinds.includes('organisation') && (isWhole || others.length === 0)) {
    if (kinds.length === 1 && !hasName) placePiece(draft, segment, open, isKnown);
    else put(draft, 'post', segment);
  } else if (hasName && kinds.every((kind) => kind === 'open')) {
    open.push(segment);
  } else {
    for (const piece of pieces) placePiece(draft, piece, open, isKnown);
  }
}

/** Runs of Chinese characters and of everything else: `陳大文 David Chan` is two. */
function piecesOf(segment: string): string[] {
  const runs = segment.match(/[\p{Script=Han}·][\p{Script=Han}·()\s]*|[^\p{Script=Han}]+/gu) ?? [];
  return runs
    .flatMap((run) => (han.test(run) ? run.split(/\s+/u) : [run]))
    .flatMap((run) => {
      const piece = run.trim();
      return piece === '' ? [] : [piece];
    });
}

type Kind = 'name' | 'post' | 'organisation' | 'open';

function kindOf(piece: string, isKnown: (name: string) => boolean): Kind {
  if (isKnown(piece)) return 'organisation';
  if (han.test(piece)) {
    const bare = piece.replace(honorificBehind, '');
    if (isChineseName(bare)) return 'name';
    if (isChinesePost(piece)) return 'post';
    return isOrganisationText(piece) ? 'organisation' : 'open';
  }
  const words = piece.split(' ');
  if (words.length > 1 && honorificOf(words[0] ?? '') !== undefined) return 'name';
  if (isOrganisationText(piece) && !words.some(isPostWord)) return 'organisation';
  if (words.some(isPostWord)) return 'post';
  return words.length > 1 && words.length < 5 && words.some(isLatinFamilyName) ? 'name' : 'open';
}

function isChineseName(text: string): boolean {
  if (/^\p{Script=Han}{1,8}(·\p{Script=Han}{1,8})+$/u.test(text)) return true;
  const family = chineseFamilyName(text);
  if (family === '' || isOrganisationText(text)) return false;
  const given = text.slice(family.length);
  if (isPostBehindName(given)) return true;
  if (isChinesePost(text)) return false;
  return /^\p{Script=Han}{0,2}$/u.test(given);
}

/** Puts one piece of a segment that holds several things. */
function placePiece(draft: Draft, piece: string, open: string[], isKnown: (name: string) => boolean): void {
  const kind = kindOf(piece, isKnown);
  if (kind === 'organisation') put(draft, 'organisation', piece);
  else if (kind === 'name') placeNames(draft, piece, open);
  else if (kind === 'post' && !han.test(piece)) placeLatinPost(draft, piece, open);
  else if (kind === 'post') put(draft, 'post', piece);
  else open.push(piece);
}

/** `David Chan Chief Technology Officer`: what stands before the post's own words is a name, unless a department's. */
function placeLatinPost(draft: Draft, piece: string, open: string[]): void {
  const words = piece.split(' ');
  const at = words.findIndex((word, index) => isPostWord(word) || (index > 1 && isDepartmentWord(word)));
  const before = words.slice(0, at);
  const isName = before.length > 1 && before.length < 5 && !before.some(isDepartmentWord) && draft.latinName === '';
  if (!isName) {
    put(draft, 'post', piece);
    return;
  }
  placeNames(draft, before.join(' '), open);
  put(draft, 'post', words.slice(at).join(' '));
}

/** A name with or without a way of address, in either script or in both. */
function placeNames(draft: Draft, text: string, open: string[]): void {
  for (const piece of piecesOf(text)) {
    if (han.test(piece)) placeChineseName(draft, piece);
    else placeLatinName(draft, piece, open);
  }
}

function placeChineseName(draft: Draft, piece: string): void {
  const behind = honorificBehind.exec(piece)?.[0];
  const name = behind === undefined || behind === piece ? piece : piece.slice(0, -behind.length);
  if (name !== piece && behind !== undefined) address(draft, behind);
  const family = chineseFamilyName(name);
  const rest = name.slice(family.length);
  if (draft.chineseName === '' && family !== '' && isPostBehindName(rest)) {
    draft.chineseName = family;
    put(draft, 'post', rest);
  } else {
    put(draft, 'chineseName', name);
  }
}

function placeLatinName(draft: Draft, piece: string, open: string[]): void {
  const words = piece.split(' ');
  while (words.length > 0 && honorificOf(words[0] ?? '') !== undefined) address(draft, words.shift() ?? '');
  // "Chan Tai-man, Ms" and "David Chan Dr": an address may stand behind.
  while (words.length > 1 && honorificOf(words.at(-1) ?? '') !== undefined) address(draft, words.pop() ?? '');
  const name = words.join(' ');
  if (name === '') return;
  if (draft.latinName === '') draft.latinName = name;
  else open.push(name);
}

/** The first way of address is kept as such, and what cannot be kept is remarked. */
function address(draft: Draft, word: string): void {
  const honorific = honorificOf(word);
  if (honorific !== undefined && draft.honorific === 'none') draft.honorific = honorific;
  else if (honorific !== draft.honorific) remark(draft, word);
}

/** What said nothing by its words is read by its place: name, then post and organisation, then the rest. */
function settle(draft: Draft, open: string[]): void {
  const rest = [...open];
  if (lacks(draft, 'chineseName') && lacks(draft, 'latinName')) placeNames(draft, rest.shift() ?? '', rest);
  const [next] = rest;
  if (next !== undefined && lacks(draft, 'latinName') && isLikelyLatinName(next, draft, rest.length)) {
    placeLatinName(draft, rest.shift() ?? '', rest);
  }
  if (lacks(draft, 'post') && lacks(draft, 'organisation') && rest.length > 1) put(draft, 'post', rest.shift() ?? '');
  if (lacks(draft, 'organisation') && rest.length > 0) put(draft, 'organisation', rest.shift() ?? '');
  else if (lacks(draft, 'post') && rest.length > 0) put(draft, 'post', rest.shift() ?? '');
  for (const left of rest) remark(draft, left);
}

function lacks(draft: Draft, slot: Slot): boolean {
  return draft[slot] === '';
}

/** Words in Latin letters that can only be the second name, since the organisation is found or something else is it. */
function isLikelyLatinName(text: string, draft: Draft, count: number): boolean {
  const words = text.split(' ');
  if (han.test(text) || words.length > 4 || !words.every((word) => /^\p{Lu}[\p{L}.'-]*$/u.test(word))) return false;
  return draft.organisation !== '' ? words.length > 1 || draft.post !== '' : words.length > 1 && count > 1;
}

const longestLine = 300;

function put(draft: Draft, slot: Slot, words: string): void {
  if (words.length > longestLine) remark(draft, words);
  else if (draft[slot] === '') draft[slot] = words;
  else if (slot === 'post' && draft.post.length + words.length < longestLine - 3)
    draft.post = `${draft.post} / ${words}`;
  else if (fold(draft[slot]) !== fold(words)) remark(draft, words);
}

function remark(draft: Draft, words: string): void {
  draft.remarks = draft.remarks === '' ? words : `${draft.remarks}; ${words}`;
}
