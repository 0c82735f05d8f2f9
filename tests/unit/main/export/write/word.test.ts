import { describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block } from '@main/export/document/blocks';
import type { PaperDocument } from '@main/export/document/document';
import { fromNote } from '@main/export/document/from-markdown';
import { Voice } from '@main/export/document/voice';
import type { PictureOf } from '@main/export/write/word/pictures';
import { aPaper, aSection, paragraph, words } from '../../../../builders/paper';
import { wordFile, wordParts } from '../../../../builders/word';

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const noPictures: PictureOf = () => Promise.resolve(null);
const voice = new Voice({ form: 'en', beside: null });

async function partsOf(paper: PaperDocument, pictureOf = noPictures): Promise<(name: string) => string> {
  const files = await wordParts(paper, { pictureOf });
  return (name) => files.get(name)?.toString('utf8') ?? '';
}

async function bodyOf(blocks: readonly Block[], pictureOf = noPictures): Promise<string> {
  const part = await partsOf(aPaper(blocks), pictureOf);
  return part('word/document.xml');
}

function count(xml: string, piece: string): number {
  return xml.split(piece).length - 1;
}

/** What the runs of a document say, in their order. */
function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((found) => found[1] ?? '').join('');
}

const table: Block = {
  kind: 'table',
  name: 'register',
  columns: [{ width: 3 }, { width: 1, align: 'end' }],
  head: [{ blocks: [paragraph('Action')] }, { blocks: [paragraph('Due')] }],
  rows: [
    { cells: [{ blocks: [paragraph('Send the terms')] }, { blocks: [paragraph('27 Feb')] }] },
    { cells: [{ blocks: [paragraph('Total')], span: 2 }], isTotal: true },
  ],
};

describe('a document in Word', () => {
  it('every script has its font and its language, Hong Kong characters too', async () => {
    const xml = await bodyOf([paragraph('Met 陳大文 㗎嘅咗𨋢𠝹 and 广东总部')]);
    expect(textOf(xml)).toContain('Met 陳大文 㗎嘅咗𨋢𠝹 and 广东总部');
    expect(xml).toMatch(/w:eastAsia="Microsoft JhengHei UI"[^>]*\/>.*?<w:lang w:val="zh-HK" w:eastAsia="zh-HK"\/>/);
    expect(xml).toContain('<w:lang w:val="en-GB"/>');
    expect((await partsOf(aPaper([], { form: 'zhHans' })))('word/styles.xml')).toContain(
      'w:eastAsia="Microsoft YaHei UI"',
    );
  });

  it('headings are headings, kept with what follows, and numbered by Word', async () => {
    const paper = aPaper([], {
      sections: [
        aSection([{ kind: 'heading', level: 2, words: words('Part') }], { title: words('Purpose'), isNumbered: true }),
        aSection([], { title: words('Annexes'), startsPage: true }),
      ],
    });
    const part = await partsOf(paper);
    const xml = part('word/document.xml');
    expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/><w:numPr>/);
    expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/><w:pageBreakBefore\/><w:spacing w:before="0"\/>/);
    expect(count(xml, '<w:pStyle w:val="Heading2"/>')).toBe(1);
    const styles = part('word/styles.xml');
    for (const id of ['Title', 'Heading1', 'Heading6', 'Caption', 'ListParagraph', 'TOC1', 'AttacheTable']) {
      expect(count(styles, `w:styleId="${id}"`)).toBe(1);
    }
    expect(/w:styleId="Heading1".*?<\/w:style>/.exec(styles)?.[0]).toContain('<w:keepNext/>');
  });

  it('the contents are filled in, with a field for each number', async () => {
    const paper = aPaper([], {
      contents: words('Contents'),
      sections: [
        aSection([paragraph('why')], { title: words('Purpose'), isNumbered: true, startsPage: true }),
        aSection(
          [
            { kind: 'heading', level: 2, words: words('Not listed') },
            { kind: 'heading', level: 2, words: words('First visit'), id: 'v1' },
          ],
          {
            title: words('Visits'),
            isNumbered: true,
            startsPage: true,
            entries: [{ id: 'v1', title: words('First visit') }],
          },
        ),
      ],
    });
    const [contents = ''] = /<w:sdt>.*?<\/w:sdt>/.exec((await partsOf(paper))('word/document.xml')) ?? [];
    for (const part of ['\\h', '\\o &quot;1-2&quot;', '\\u', '\\z']) expect(contents).toContain(part);
    const numbers = [...contents.matchAll(/PAGEREF.*?<w:t xml:space="preserve">(\d+)</g)].map((found) => found[1]);
    expect(numbers).toEqual(['2', '3', '3']);
    expect(textOf(contents)).toMatch(/^1Purpose22Visits3First visit3$/);
    expect(contents).not.toContain('w:dirty');
  });

  it('the head of a table stands on each page and its rows do not split', async () => {
    const xml = await bodyOf([table]);
    expect(count(xml, '<w:tblHeader/>')).toBe(1);
    expect(count(xml, '<w:cantSplit/>')).toBe(3);
    expect(xml).toContain('<w:gridSpan w:val="2"/>');
    expect(xml).toContain('<w:tblStyle w:val="AttacheTable"/>');
  });

  it('the marking, the reference and page numbers of Word’s own stand on every page', async () => {
    const cover = {
      kicker: words('Report'),
      reference: 'DV-1',
      titles: [words('Visit')],
      route: [],
      facts: [],
      pictureId: null,
    };
    const part = await partsOf(aPaper([], { cover }));
    const heads = ['word/header1.xml', 'word/header2.xml'].map(part);
    for (const head of heads) expect(textOf(head)).toContain('Restricted');
    expect(heads.some((head) => textOf(head).includes('DV-2026-01'))).toBe(true);
    expect(part('word/footer1.xml')).toMatch(/Page .*PAGE.* of .*NUMPAGES/);
    expect(part('word/document.xml')).toContain('<w:titlePg/>');
  });

  it('lists are Word’s own, each numbered list begins where it was begun, boxes can be ticked', async () => {
    const xml = await bodyOf(fromNote('3. three\n4. four\n\ntext\n\n1. one\n\n- a\n  - b\n- [x] done', voice));
    const ids = [...xml.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map((found) => found[1]);
    expect(new Set(ids).size).toBe(3);
    expect(xml).toContain('<w14:checked w14:val="1"/>');
    const part = await partsOf(aPaper(fromNote('3. three', voice)));
    expect(part('word/numbering.xml')).toContain('<w:start w:val="3"/>');
  });

  it('photographs are scaled and described; one that is not there leaves its caption', async () => {
    const photographs: Block = {
      kind: 'photographs',
      photographs: [
        { attachmentId: 'gate', caption: words('The gate 大門') },
        { attachmentId: 'lost', caption: words('The hall') },
      ],
    };
    const pictureOf: PictureOf = (id) =>
      Promise.resolve(id === 'gate' ? { bytes: dot, type: 'png', width: 4000, height: 3000 } : null);
    const xml = await bodyOf([photographs], pictureOf);
    expect(count(xml, '<w:drawing>')).toBe(1);
    expect(xml).toMatch(/descr="The gate 大門"/);
    const width = Number(/<wp:extent cx="(\d+)"/.exec(xml)?.[1]);
    expect(width).toBeLessThan(3_000_000);
    expect(textOf(xml)).toContain('The hall');
  });

  it('bars are a chart of Word’s own, with its numbers in it', async () => {
    const chart: Block = {
      kind: 'chart',
      title: words('By city'),
      bars: [{ label: words('杭州'), value: 3, shown: '3' }],
    };
    const part = await partsOf(aPaper([chart]));
    expect(part('word/charts/chart1.xml')).toContain('杭州');
    expect(part('word/document.xml')).toContain('By city: 杭州 3');
    expect(await bodyOf([{ ...chart, bars: [] }])).not.toContain('<c:chart');
  });

  it('the file says what it is called, and nothing of who made it', async () => {
    const part = await partsOf(aPaper([paragraph('x')]));
    const core = part('docProps/core.xml');
    expect(core).toContain('<dc:title>Visit to Hangzhou (sample)</dc:title>');
    expect(core).not.toMatch(/creator|lastModifiedBy/);
  });

  it('characters that no file may hold, and sentences that look like markup, do no harm', async () => {
    const xml = await bodyOf([
      { kind: 'paragraph', words: [{ text: 'a\u0000b <w:p> & \ud800c', form: 'zhHant', looks: [] }] },
    ]);
    expect(textOf(xml)).toContain('ab &lt;w:p&gt; &amp; c');
  });

  it('a table without rows is left out, as Word takes none, and a narrow column has room for its head', async () => {
    expect(await bodyOf([{ ...table, rows: [] }])).not.toContain('<w:tbl>');
    const narrow = { ...table, columns: [{ width: 1 }, { width: 30 }] };
    const widths = [...(await bodyOf([narrow])).matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths[0]).toBe(560);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const pictureOf: PictureOf = () => {
      stop.abort();
      return Promise.resolve(null);
    };
    const cover = { kicker: [], reference: '', titles: [], route: [], facts: [], pictureId: 'a' };
    await expect(wordFile(aPaper([], { cover }), { pictureOf, signal: stop.signal })).rejects.toThrow('aborted');
  });
});

const office = spawnSync('soffice', ['--version']).status === 0 && spawnSync('pdftotext', ['-v']).error === undefined;
if (!office) process.stderr.write('No LibreOffice here: Word files were not turned into PDF.\n');

(office ? describe : describe.skip)('LibreOffice reads it', () => {
  it('with its contents filled in and a marking on each page', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'attache-word-'));
    try {
      const paper = aPaper([], {
        contents: words('Contents'),
        sections: [
          aSection([paragraph('why')], { title: words('Purpose'), isNumbered: true, startsPage: true }),
          aSection([table], { title: words('Follow-ups'), isNumbered: true, startsPage: true }),
        ],
      });
      writeFileSync(join(folder, 'paper.docx'), await wordFile(paper));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      execFileSync('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, 'paper.docx'),
      ]);
      execFileSync('pdftotext', ['-layout', join(folder, 'paper.pdf'), join(folder, 'paper.txt')]);
      const pages = readFileSync(join(folder, 'paper.txt'), 'utf8')
        .split('\f')
        .filter((page) => page.trim() !== '');
      expect(pages).toHaveLength(3);
      for (const page of pages) expect(page).toContain('Restricted');
      expect(pages[0]).toMatch(/Purpose\.+\s*2[^]*Follow-ups\.+\s*3/);
      expect(pages[2]).toContain('Page 3 of 3');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
