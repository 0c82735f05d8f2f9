import type { OneLine } from '@shared/domain/person/one-line';
import type { CapturedFields } from '@shared/ipc/meeting-channels';

/** Every part of what is captured as a text that can be corrected; several numbers stand behind commas. */
export type CaptureTexts = { readonly [K in keyof OneLine]: string };
export type CaptureField = keyof CaptureTexts;

/** In the order in which they are shown and gone through by Tab. */
export const captureFields = [
  'chineseName',
  'latinName',
  'honorific',
  'post',
  'organisation',
  'phones',
  'emails',
  'wechatId',
  'remarks',
] as const satisfies readonly CaptureField[];

export function textsOf(read: OneLine): CaptureTexts {
  return { ...read, phones: read.phones.join(', '), emails: read.emails.join(', ') };
}

/** What is sent: texts with several entries are taken apart again. */
export function fieldsOf(texts: CaptureTexts): Record<keyof CapturedFields, unknown> {
  return {
    ...texts,
    chineseName: texts.chineseName.trim(),
    latinName: texts.latinName.trim(),
    post: texts.post.trim(),
    organisation: texts.organisation.trim(),
    wechatId: texts.wechatId.trim(),
    phones: entriesOf(texts.phones),
    emails: entriesOf(texts.emails),
  };
}

export function entriesOf(text: string): string[] {
  return text
    .split(/[,，、;；]/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
