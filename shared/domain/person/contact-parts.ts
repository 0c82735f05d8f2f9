import { emailSchema } from '../values';

/** What of a text reaches somebody, and the text without it. Where something was taken out stands a line break. */
export interface ContactParts {
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly wechatId: string;
  readonly rest: string;
}

const emailLabel = String.raw`(?:(?:e-?mail|電郵|电邮|電子郵件|电子邮件|郵箱|邮箱)\s*[:.]?\s*)?`;
const email = new RegExp(`${emailLabel}(?<![\\w.+-])([\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)`, 'giu');

const wechat =
  /(?:(?<![A-Za-z0-9])(?:we\s?chat|weixin|wx|vx)(?:\s*id)?\s*(?::|\s)\s*|微信(?:號|号)?\s*:?\s*)([A-Za-z0-9][A-Za-z0-9_-]{1,39})(?![A-Za-z0-9_@-])/giu;
/** "WeChat is the same number": the phone number is the id. */
const wechatSame = /微信同[號号]|[號号]同微信|(?:same\s+(?:on\s+)?we\s?chat)|(?:we\s?chat\s+same)/giu;

const phoneLabel = String.raw`(?:tel(?:ephone)?|mobile|mob|phone|cell|direct|fax|電話|电话|手機|手机|直線|直线|傳真|传真|辦公室?電話|办公室?电话|[mt](?=\s*:))`;
const gap = '[ \\u00a0.-]?';
const digits = (count: string): string => `(?:${gap}\\d){${count}}`;
const extension = '(?:\\s*(?:ext\\.?|x|轉|转|-)\\s*\\d{1,5})?';

/** Numbers as they are written on the mainland, in Hong Kong and Macao, and elsewhere with their country's code. */
const shapes = [
  `(?:\\+|00)86[ -]?(?:\\(0\\))?(?:1[3-9]${digits('9')}|0?[2-9]${digits('8,10')})`,
  `(?:\\+|00)85[23][ -]?\\d${digits('7')}`,
  `\\(?(?:852|853|86)\\)[ -]?\\d${digits('7,10')}`,
  String.raw`\+(?!86|852|853)[1-9](?:[ ().-]{0,2}\d){7,13}`,
  `1[3-9]${digits('9')}`,
  `[48]00${digits('7')}`,
  `(?:\\(0\\d{2,3}\\)|0\\d{2,3})[ -]?\\d${digits('6,7')}${extension}`,
  `[2-9]\\d{3}[ \\u00a0-]?\\d{4}`,
];
const phone = new RegExp(
  `(?:(?<![A-Za-z])(${phoneLabel})\\s*[:.]?\\s*)?(?<![A-Za-z\\d+@._-])(?:${shapes.join('|')})(?![\\d@]|[ -]\\d{1,2}(?!\\d)|[A-Za-z])`,
  'giu',
);
const labelledPhone = new RegExp(
  `(?<![A-Za-z])${phoneLabel}\\s*[:.]?\\s*(\\+?\\(?\\d[\\d ()-]{3,20}\\d)(?![\\dA-Za-z])`,
  'giu',
);
const dateLike = /^(?:19|20)\d\d[-. ](?:0?[1-9]|1[0-2])[-. ](?:0?[1-9]|[12]\d|3[01])$/;

const mostOfAKind = 20;

/** Takes phone numbers, e-mail addresses and a WeChat id out of a text, wherever they stand in it. */
export function takeContactParts(text: string): ContactParts {
  const emails: string[] = [];
  const phones: string[] = [];
  let wechatId = '';

  let rest = text.replace(email, (whole, address: string) => {
    const isKept = emails.length < mostOfAKind && emailSchema.safeParse(address).success;
    if (!isKept) return whole;
    emails.push(address);
    return '\n';
  });
  rest = rest.replace(wechat, (whole, id: string) => {
    // A second one is left where it stands; "WeChat pay" and other words are no ids either.
    if (wechatId !== '' || !isWechatId(id, whole)) return whole;
    wechatId = id;
    return '\n';
  });
  const keepPhone = (whole: string, label: string, number: string): string => {
    const isFax = /^(fax|傳真|传真)$/i.test(label);
    if (phones.length >= mostOfAKind || isFax || dateLike.test(number)) return whole;
    phones.push(number);
    return '\n';
  };
  rest = rest.replace(phone, (whole, label: string | undefined) =>
    keepPhone(whole, label ?? '', whole.slice(label === undefined ? 0 : whole.search(/[+(\d]/)).trim()),
  );
  rest = rest.replace(labelledPhone, (whole, number: string) => keepPhone(whole, labelOf(whole), number.trim()));
  const [first] = phones;
  if (wechatId === '' && first !== undefined) {
    rest = rest.replace(wechatSame, () => {
      wechatId = first.replaceAll(/\D/g, '');
      return '\n';
    });
  }
  return { phones, emails, wechatId, rest };
}

/** An id is one when a colon or the Chinese word says so; behind a bare "wx" it has to look like one. */
function isWechatId(id: string, whole: string): boolean {
  if (/[:：]|微信/u.test(whole)) return true;
  return id.length >= 6 && /[a-z]/i.test(id);
}

function labelOf(whole: string): string {
  return /^\p{L}+/u.exec(whole)?.[0] ?? '';
}

/** A number without its signs and country code, to compare two of them: 138 0000 0000 and +86-13800000000 are one. */
export function comparablePhone(number: string): string {
  const bare = number.replaceAll(/\D/g, '').replace(/^00/, '');
  if (/^86\d{11}$/.test(bare)) return bare.slice(2);
  if (/^85[23]\d{8}$/.test(bare)) return bare.slice(3);
  return bare;
}
