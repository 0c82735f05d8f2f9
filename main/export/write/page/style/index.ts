import type { PaperSize } from '../../../document/document';
import { Markup } from '../../../html';
import { coverStyle } from './cover';
import { sectionStyle } from './sections';
import { pictureStyle, summaryStyle, tableStyle } from './tables';
import { closeStyle, textStyle } from './text';
import { palette, writing } from './writing';

/** A booklet is read in the hand: smaller margins, and letters as large as on the larger sheet can be. */
const sheets = {
  A4: {
    margin: '29mm 24mm 25mm 27mm',
    width: '159mm',
    text: '243mm',
    side: ['27mm', '24mm'],
    head: '13mm',
    foot: '11mm',
    height: '296mm',
    scale: '',
  },
  A5: {
    margin: '20mm 13mm 17mm 15mm',
    width: '120mm',
    text: '173mm',
    side: ['15mm', '13mm'],
    head: '8mm',
    foot: '7mm',
    height: '209mm',
    scale:
      'html { font-size: 8.6pt; } .section-head h1, .contents h1 { font-size: 15pt; } table { font-size: 8.4pt; } .letterhead h1 { font-size: 15pt; }',
  },
} as const satisfies Record<PaperSize, object>;

/** The pages themselves. */
export function bodyStyle(paper: PaperSize): Markup {
  const { margin, width, text, scale } = sheets[paper];
  // As wide on the screen as on paper: by the places that pictures have there they are scaled.
  const size = `@page { size: ${paper}; margin: ${margin}; } @media screen { body { width: ${width}; --text-height: ${text}; } }`;
  return new Markup(
    [size, writing, sectionStyle, textStyle, tableStyle, summaryStyle, pictureStyle, closeStyle, scale].join('\n'),
  );
}

/** The sheets that are laid over the pages. */
export function sheetStyle(paper: PaperSize): Markup {
  const { side, head, foot, height } = sheets[paper];
  return new Markup(`${writing}${coverStyle}
@page { size: ${paper}; margin: 0; }
.sheet { position: relative; height: ${height}; break-after: page; overflow: hidden; font-size: 7.8pt; line-height: 1.4; color: var(--quiet); }
.sheet:last-child { break-after: auto; }
.running-head, .running-foot { position: absolute; left: ${side[0]}; right: ${side[1]}; display: flex; justify-content: space-between; align-items: baseline; gap: 8mm; white-space: nowrap; }
.running-head { top: ${head}; padding-bottom: 2mm; border-bottom: 0.2mm solid var(--rule); }
.running-foot { bottom: ${foot}; font-variant-numeric: tabular-nums; }
.left { overflow: hidden; text-overflow: ellipsis; min-width: 0; } .reference { font-weight: 600; color: var(--ink); margin-right: 3mm; }
.running-head .marking { font-size: 7.4pt; }`);
}

/**
 * One file for a screen, bright or dark: no pages, letters of one size for all that is read, and decent when it is printed
 * all the same. The machine's own fonts come first; ours are in the file for what they lack.
 */
export const screenStyle = new Markup(
  [
    palette,
    `html { font: 16px/1.55 system-ui, 'Segoe UI', Roboto, 'PingFang HK', 'Microsoft JhengHei', 'Noto Sans HK', 'Noto Sans SC', 'Noto Emoji', sans-serif;
  color: var(--text); background: var(--page); line-break: strict; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
:root { --page: #fff; }
:lang(zh-Hant-HK) { font-family: 'PingFang HK', 'Microsoft JhengHei', 'Noto Sans HK', 'Noto Sans SC', 'Noto Emoji', sans-serif; }
:lang(zh-Hans) { font-family: 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans HK', 'Noto Emoji', sans-serif; }
body { max-width: 54rem; margin: 2rem auto; padding: 0 1.5rem; overflow-wrap: anywhere; }`,
    sectionStyle,
    textStyle,
    tableStyle,
    pictureStyle,
    `img { max-width: 100%; }
p, .leading, ul, ol, li, table, .facts, td, th, dt, dd, .lead, .when, .where, .author, .reference, .letterhead p, .beside li, .bar, .day th { font-size: inherit; }
.beside li p, .remark, .also, .quiet, th, figcaption, .author, .reference, .figures dt { font-size: 0.92em; } .also .also { font-size: 1em; }
h2, h2[id] { font-size: 1.25rem; } h2[id] .also { font-size: 0.92em; } h3, .beside h3 { font-size: 1rem; } h4, h5, h6 { font-size: 1rem; }
h2.long[id], h2.longest[id] { font-size: 1.1rem; } .section-head h1 { font-size: 1.75rem; } .section-head h1.long { font-size: 1.4rem; } .section-head h1.longest { font-size: 1.15rem; }
.figures { flex-wrap: wrap; row-gap: 1rem; } .figures > div { min-width: 6rem; } .figures dd { font-size: 1.75rem; }
.frame { aspect-ratio: auto; background: none; } .frame img { height: auto; align-self: flex-start; }
.front { border-bottom: 2px solid var(--ink); margin-bottom: 2rem; padding-bottom: 1rem; } .front h1 { margin: 0.5rem 0; font-size: 2rem; line-height: 1.25; color: var(--ink); }
.front p { margin: 0 0 0.25rem; } .front .facts { margin: 1rem 0 0; }
.section, .section.starts-page { margin-top: 2.5rem; } .foot { margin-top: 3rem; border-top: 1px solid var(--rule); padding-top: 0.5rem; color: var(--quiet); }
@media screen and (max-width: 40rem) { .beside, .pair { flex-direction: column; } .facts > div { grid-template-columns: 1fr; gap: 0; } .bar { grid-template-columns: 8rem 1fr 3rem; } }
@media screen and (prefers-color-scheme: dark) { :root { --page: #10191C; --ink: #8CC7D3; --ink-soft: #86A9B2; --ink-pale: #1A292E; --rule: #2F444B; --text: #DDE7E9; --quiet: #9FB2B7; --cinnabar: #E58F74; } }
@media print { @page { margin: 18mm 16mm; } html { font-size: 10.5pt; } body { max-width: none; margin: 0; padding: 0; } .section.starts-page { break-before: auto; }
  .front { break-after: avoid; } }`,
  ].join('\n'),
);
