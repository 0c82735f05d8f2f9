import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { checkTemplate, exportTemplate, importTemplate, starterTemplates } from '@main/services/document-templates';
import { listTrash } from '@main/services/trash';
import { aTemporaryStore } from '../../../builders/store';
import type { TemporaryStore } from '../../../builders/store';
import { valueOf } from '../../../builders/result';

let opened: TemporaryStore;

beforeEach(async () => {
  opened = await aTemporaryStore();
});
afterEach(() => opened.remove());

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a template as a file', () => {
  it('is taken in under its name and given out again, its lines ended in one way', async () => {
    const markdown = '# {{title}}\n\n廣東總部 𨋢\n';
    const { template, issues } = valueOf(
      await importTemplate(opened.context, {
        name: 'Press: release.md',
        bytes: bytesOf(markdown.replaceAll('\n', '\r\n')),
      }),
    );
    expect(template).toMatchObject({ name: 'Press: release', markdown, letterheadId: null });
    expect(issues).toEqual([]);
    const file = valueOf(exportTemplate(opened.context.store, template.id));
    expect(file.fileName).toBe('Press release.md');
    expect(new TextDecoder().decode(file.bytes)).toBe(markdown);
  });

  const written = '# {{title}}\r\n\r\n廣東總部 𨋢\r\n';
  const wide = (begin: readonly number[], isBig: boolean): Uint8Array => {
    const bytes = Buffer.from(written, 'utf16le');
    return Uint8Array.from([...begin, ...(isBig ? bytes.swap16() : bytes)]);
  };
  it.each([
    ['UTF-8 with its mark', bytesOf(`\ufeff${written}`)],
    ['Unicode', wide([0xff, 0xfe], false)],
    ['Unicode big endian', wide([0xfe, 0xff], true)],
  ])('from Windows, saved as %s, is read as it was written', async (_how, bytes) => {
    const { template, issues } = valueOf(await importTemplate(opened.context, { name: 'own.txt', bytes }));
    expect(template.markdown).toBe('# {{title}}\n\n廣東總部 𨋢\n');
    expect(issues).toEqual([]);
  });

  it('that is broken is kept, and says which lines', async () => {
    const taken = await importTemplate(opened.context, { name: 'own.md', bytes: bytesOf('a\n{{titel}}\n{{#visits}}') });
    expect(valueOf(taken).issues).toEqual([{ code: 'template-not-ended', line: 3, name: 'visits' }]);
    expect(opened.context.store.all('document-template')).toHaveLength(1);
  });

  it.each([
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1])],
    ['another encoding', Uint8Array.from([0xc4, 0xe3, 0xba])],
    ['another encoding behind the mark of Windows', Uint8Array.from([0xff, 0xfe, 0x41, 0, 0, 0xd8])],
    ['too long a text', bytesOf('x'.repeat(200_001))],
  ])('%s is none', async (_what, bytes) => {
    const taken = await importTemplate(opened.context, { name: 'own.md', bytes });
    expect(taken).toEqual({ ok: false, failure: { code: 'not-a-template' } });
    expect(opened.context.store.all('document-template')).toHaveLength(0);
  });

  it('goes to the Trash under its name', async () => {
    const taken = await importTemplate(opened.context, { name: 'own.md', bytes: bytesOf('{{title}}') });
    const { id } = valueOf(taken).template;
    const by = { by: opened.context.me(), verb: 'trash', type: 'document-template' } as const;
    valueOf(
      await opened.context.store.transact(by, (tx) => {
        tx.trash('document-template', id);
      }),
    );
    expect(listTrash(opened.context.store)).toMatchObject([{ id, title: 'own' }]);
  });
});

it('the templates that ship have names and nothing wrong with them', async () => {
  const shipped = await starterTemplates(join(process.cwd(), 'assets', 'templates'));
  expect(shipped.map(({ name }) => name)).toEqual(['Short report', 'Press release']);
  for (const { markdown } of shipped) expect(checkTemplate(markdown)).toEqual([]);
});
