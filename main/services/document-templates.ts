import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TextDecoder } from 'node:util';
import { longestTemplate } from '@shared/domain/document-template/schema';
import type { TemplateIssue } from '@shared/documents/template-fields';
import type { RecordOf } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import { failed, success } from '@shared/result';
import type { Result } from '@shared/result';
import { fileNameOf } from '../export/compose/frame';
import { printable } from '../export/document/printable';
import { readTemplate } from '../export/templates/read';
import type { Reader } from '../storage/store';
import { wordsOf } from '../words';
import { intend } from './context';
import type { ServiceContext } from './context';

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
  const markdown = textOf(file.bytes);
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
      markdown: await readFile(join(folder, `${starter}.md`), 'utf8'),
    })),
  );
}

/** UTF-8, as every program writes Markdown; null for a file that is no text. */
function textOf(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The bytes are no UTF-8: no text that a template could be.
    return null;
  }
}
