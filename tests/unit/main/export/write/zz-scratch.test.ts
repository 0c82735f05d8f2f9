import { it } from '@jest/globals';
import { writeFileSync, readFileSync } from 'node:fs';
import { writeWord } from '@main/export/write/word/word';
import { fromNote } from '@main/export/document/from-markdown';
import { Voice } from '@main/export/document/voice';
import type { Block } from '@main/export/document/blocks';
import { aPaper, aSection, paragraph, words } from '../../../../builders/paper';
import { unzipped } from '../../../../builders/zip';

it('scratch', async () => {
  const voice = new Voice({ form: 'en', beside: null });
  const note = fromNote(
    '# Talks\nThey said **重點：** and *slowly* and ~~gone~~ `code`\nsecond line 㗎嘅咗𨋢𠝹\n\n- one\n- two\n  1. deep\n  2. deeper\n- [x] done\n- [ ] open\n\n3. three\n4. four\n\n> quoted\n\n| Who | Sum |\n|---|---:|\n| 陳大文 | 3 |\n| Li | 5 |\n\n```\n as typed\n```\n[sensitive] [ask] between us',
    voice,
  );
  const long = Array.from({ length: 40 }, (_, i) =>
    paragraph(
      `Paragraph ${i}: ` +
        'the enterprise wishes to set up a regional headquarters in Hong Kong with some two hundred staff. '.repeat(3) +
        (i % 2 ? '該企業計劃在香港設立區域總部，聘用約二百名員工，並希望了解稅務安排。'.repeat(4) : ''),
    ),
  );
  const table: Block = {
    kind: 'table',
    name: 'x',
    columns: [{ width: 1 }, { width: 3 }, { width: 1, align: 'end' }],
    head: [{ blocks: [paragraph('No.')] }, { blocks: [paragraph('Action')] }, { blocks: [paragraph('Due')] }],
    rows: [
      ...Array.from({ length: 50 }, (_, i) => ({
        cells: [
          { blocks: [paragraph(String(i + 1))] },
          { blocks: [paragraph('Send the lease terms to the enterprise 寄出租約條款')] },
          { blocks: [paragraph('27 Feb')] },
        ],
      })),
      { cells: [{ blocks: [paragraph('Total')], span: 2 }, { blocks: [paragraph('50')] }], isTotal: true },
    ],
  };
  const paper = aPaper([], {
    cover: {
      kicker: words('Duty visit report'),
      reference: 'DV-2026-01',
      titles: [words('Visit to Hangzhou and Shenzhen (sample)'), words('杭州及深圳訪問')],
      route: [words('Hangzhou'), words('深圳')],
      facts: [
        { label: words('Dates'), value: words('24–26 February 2026'), aside: [words('3 days')] },
        { label: words('Head'), value: words('Mr David Chan 陳大文先生'), aside: [] },
      ],
      pictureId: 'cover',
    },
    contents: words('Contents'),
    sections: [
      aSection(
        [
          {
            kind: 'figures',
            figures: [
              { count: '3', label: words('days') },
              { count: '2', label: words('cities') },
            ],
          },
          { kind: 'facts', facts: [{ label: words('Purpose'), value: [paragraph('To meet people')] }] },
          ...note,
        ],
        {
          id: 'a',
          title: words('Purpose and objectives 目的'),
          isNumbered: true,
          startsPage: true,
          lead: words('A line under it'),
        },
      ),
      aSection(
        [
          { kind: 'heading', level: 2, words: words('Hangzhou Robotics 杭州機械人'), id: 'v1' },
          ...long,
          { kind: 'heading', level: 2, words: words('Second visit'), id: 'v2' },
          { kind: 'callout', blocks: [paragraph('They intend to come')] },
          { kind: 'beside', parts: [[paragraph('left')], [paragraph('right')]] },
        ],
        {
          id: 'b',
          title: words('Visits'),
          isNumbered: true,
          startsPage: true,
          entries: [{ id: 'v1', title: words('Hangzhou Robotics') }],
        },
      ),
      aSection([table], { id: 'c', title: words('Follow-up actions'), isNumbered: true, startsPage: true }),
      aSection(
        [
          {
            kind: 'chart',
            title: words('Meetings by city'),
            bars: [
              { label: words('杭州'), value: 3, shown: '3' },
              { label: words('Shenzhen'), value: 5, shown: '5' },
            ],
          },
          {
            kind: 'photographs',
            photographs: [
              { attachmentId: 'p1', caption: words('The gate 大門') },
              { attachmentId: 'p2', caption: words('The hall') },
              { attachmentId: 'missing', caption: words('not there') },
            ],
          },
        ],
        { id: 'd', title: words('Photographs'), isNumbered: false },
      ),
    ],
  });
  const bytes = readFileSync('/tmp/word/p.png');
  const docx = await writeWord(paper, {
    pictureOf: async (id) => (id === 'missing' ? null : { bytes, type: 'png', width: 640, height: 400 }),
  });
  writeFileSync('/tmp/word/out.docx', docx);
  for (const [name, data] of unzipped(docx)) writeFileSync(`/tmp/word/x-${name.replaceAll('/', '_')}`, data);
});
