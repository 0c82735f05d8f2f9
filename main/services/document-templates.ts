import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TextDecoder } from 'node:util';
import { isPicture } from '@shared/domain/attachment/rules';
import { longestTemplate } from '@shared/domain/document-template/schema';
import type { TemplateIssue } from '@shared/documents/template-fields';
import { templateText } from '@shared/documents/template-text';
import type { RecordOf } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { fileNameOf } from '../export/compose/frame';
import { printable } from '../export/document/printable';
import { readTemplate } from '../export/templates/read';
import type { Blobs } from '../storage/blobs';
import type { Reader } from '../storage/store';
import { wordsOf } from '../words';
import { intend } from './context';
import type { ServiceContext } from './context';
import { kindOfPicture, mimeOfPicture } from './pictures/kind';
import { readPicture } from './pictures/place';

type DocumentTemplate = RecordOf<'document-template'>;

/** A template with what is wrong with it: it is kept as it is, so that it can be mended here. */
export interface TakenTemplate {
  readonly template: DocumentTemplate;
  readonly issues: readonly TemplateIssue[];
}

/** Everything that is wrong with a template's text, line by line. */
export function checkTemplate(markdown: string): readonly TemplateIssue[] {
  return readTemplate(markdown).issues;
}

/** Takes in a file as a template, under the file's name. Answers `not-a-template` for what is no text or too long. */
export async function importTemplate(
  context: ServiceContext,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<TakenTemplate>> {
  const text = textOf(file.bytes);
  const markdown = text === null ? null : templateText(text);
  if (markdown === null || markdown.length > longestTemplate) return failed({ code: 'not-a-template' });
  const name = printable(file.name.replace(/\.(?:md|markdown|txt)$/i, ''))
    .trim()
    .slice(0, 300);
  if (name === '') return failed({ code: 'not-a-template' });
  const template = await context.store.transact(intend(context, 'create', 'document-template'), (tx) =>
    tx.create('document-template', { name, markdown }),
  );
  return template.ok ? success({ template: template.value, issues: checkTemplate(markdown) }) : template;
}

/**
 * Makes a picture the template's letterhead, in the place of the one before: a template has one, whose bytes change. What a
 * photograph says of the place where it was taken is not kept. Answers `not-a-letterhead` for what cannot be printed.
 */
export async function putLetterhead(
  context: ServiceContext,
  blobs: Blobs,
  { id, name, bytes: given }: { readonly id: RecordId; readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<RecordOf<'attachment'>>> {
  const kind = kindOfPicture(given);
  if (kind === null || !isPicture({ mime: mimeOfPicture[kind] })) return failed({ code: 'not-a-letterhead' });
  const { bytes } = readPicture(given, kind, false);
  const stored = await blobs.put(bytes);
  if (!stored.ok) return stored;
  const file = { sha256: stored.value, name, mime: mimeOfPicture[kind], size: bytes.byteLength };
  return context.store.transact(intend(context, 'edit', 'document-template'), (tx) => {
    const { letterheadId } = tx.existing('document-template', id);
    const before = letterheadId === null ? undefined : tx.get('attachment', letterheadId);
    if (before?.documentTemplateId === id) {
      tx.restore('attachment', before.id);
      return tx.update('attachment', before.id, file);
    }
    const made = tx.create('attachment', { ...file, documentTemplateId: id });
    tx.update('document-template', id, { letterheadId: made.id });
    return made;
  });
}

/** A template as a file that other offices can take in: its text to the letter, without its letterhead. */
export function exportTemplate(
  reader: Reader,
  id: RecordId,
): Result<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const template = reader.get('document-template', id);
  if (template === undefined) return failed({ code: 'not-found', type: 'document-template', id });
  const name = fileNameOf(template.name) || wordsOf('documents')('documents.own');
  return success({ fileName: `${name}.md`, bytes: new TextEncoder().encode(template.markdown) });
}

const starters = ['short-report', 'press-release'] as const;

/** The templates that ship, to begin one's own from; `folder` is where they lie. */
export async function starterTemplates(
  folder: string,
): Promise<{ readonly name: string; readonly markdown: string }[]> {
  const say = wordsOf('documents');
  return Promise.all(
    starters.map(async (starter) => ({
      name: say(`starters.${starter}`),
      markdown: templateText(await readFile(join(folder, `${starter}.md`), 'utf8')),
    })),
  );
}

/** Where a file begins with these two bytes it is the text that Windows calls Unicode. */
const wideTexts = [
  { begins: [0xff, 0xfe], encoding: 'utf-16le' },
  { begins: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** UTF-8, as every program writes Markdown, or what Windows calls Unicode; null for a file that is no text. */
function textOf(bytes: Uint8Array): string | null {
  const wide = wideTexts.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  if (wide === undefined && bytes.includes(0)) return null;
  try {
    const text = new TextDecoder(wide?.encoding ?? 'utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    // The bytes are no such text: nothing that a template could be.
    return null;
  }
}
