import { Markup } from '../html';
import { latinMarks, latinMarksStyle } from '../print/latin-marks';

/** Ink-teal, with a lighter and a palest tone of it; cinnabar for what must catch the eye. */
const palette = `
:root {
  --ink: #0F4C5C; --ink-soft: #5C7F89; --ink-pale: #EEF4F5; --rule: #C9D8DB;
  --text: #1F2D31; --quiet: #5A6B70; --cinnabar: #B5482F;
}`;

/** Each written form in its own font; the other one stands in for characters that it lacks. */
const writing = `${latinMarksStyle}
* { box-sizing: border-box; }
html { font-family: '${latinMarks}', 'Noto Sans HK Variable', 'Noto Sans SC Variable', sans-serif; font-size: 9.6pt; line-height: 1.55; color: var(--text);
  font-synthesis: style; -webkit-print-color-adjust: exact; print-color-adjust: exact; font-variant-numeric: lining-nums; text-rendering: geometricPrecision; }
body { margin: 0; overflow-wrap: anywhere; }
:lang(zh-Hant-HK) { font-family: 'Noto Sans HK Variable', 'Noto Sans SC Variable', sans-serif; font-style: normal; }
:lang(zh-Hans) { font-family: 'Noto Sans SC Variable', 'Noto Sans HK Variable', sans-serif; font-style: normal; }
.marking { text-transform: uppercase; letter-spacing: 0.12em; font-weight: 600; white-space: nowrap; }`;

const coverPage = `
.cover { break-after: page; height: 296mm; display: flex; flex-direction: column; overflow: hidden; }
.cover-head { background: var(--ink); color: #fff; min-height: 178mm; padding: 20mm 24mm 16mm 27mm; display: flex; flex: none; flex-direction: column;
  justify-content: space-between; gap: 12mm; }
.cover-marks { display: flex; justify-content: space-between; align-items: center; gap: 10mm; font-size: 9pt; }
.cover-reference { letter-spacing: 0.06em; color: #D5E3E6; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.cover .marking { border: 0.4mm solid #9DBAC1; padding: 1.2mm 3.4mm; font-size: 8.4pt; color: #E6F0F2; }
.cover .marking.restricted, .cover .marking.confidential { background: var(--cinnabar); border-color: var(--cinnabar); color: #fff; }
.kicker { margin: 0 0 5mm; font-size: 10.5pt; letter-spacing: 0.1em; text-transform: uppercase; color: #BCD3D8; }
.kicker::after { content: ''; display: block; width: 16mm; height: 0.9mm; background: #E08A6F; margin-top: 5mm; }
.cover h1 { margin: 0; font-weight: 600; line-height: 1.22; letter-spacing: -0.01em; text-wrap: balance; }
.cover-other { margin: 4mm 0 0; font-weight: 400; line-height: 1.35; color: #DCE9EC; }
.cover-title.short h1 { font-size: 34pt; } .cover-title.short .cover-other { font-size: 20pt; }
.cover-title.medium h1 { font-size: 27pt; } .cover-title.medium .cover-other { font-size: 17pt; }
.cover-title.long h1 { font-size: 19pt; } .cover-title.long .cover-other { font-size: 13pt; }
.cover-title.longest h1 { font-size: 13pt; } .cover-title.longest .cover-other { font-size: 11pt; }
.route { list-style: none; display: flex; margin: 0; padding: 0; font-size: 11pt; }
.route li { flex: 0 1 46mm; position: relative; padding: 5.5mm 4mm 0 0; }
.route li::before { content: ''; position: absolute; left: 0; top: 0; width: 2.6mm; height: 2.6mm; border-radius: 50%; background: #E08A6F; }
.route li:not(:last-child)::after { content: ''; position: absolute; left: 4.6mm; right: 2mm; top: 1.1mm; border-top: 0.35mm solid #6E98A3; }
.cover .also { color: #BCD3D8; font-weight: 400; }
.cover-facts { margin: 0; padding: 15mm 24mm 0 27mm; display: grid; grid-template-columns: 1fr 1fr; gap: 9mm 12mm; }
.cover-facts dt { font-size: 8pt; letter-spacing: 0.06em; color: var(--quiet); margin-bottom: 0.8mm; }
.cover-facts dd { margin: 0; font-size: 11.5pt; font-weight: 500; line-height: 1.4; color: var(--ink);
  display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
.cover-facts .also { color: var(--ink-soft); }
.cover-facts .aside { display: block; font-size: 9pt; font-weight: 400; color: var(--quiet); }`;

const headings = `
@page { size: A4; margin: 29mm 24mm 25mm 27mm; }
.cover-place { height: 1mm; break-after: page; }
h1, h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; }
.section { padding-top: 12mm; }
.section.starts-page { break-before: page; padding-top: 0; }
.section-head { break-inside: avoid; break-after: avoid; border-bottom: 0.35mm solid var(--ink); margin-bottom: 6mm; padding-bottom: 3mm; }
.section-head h1, .contents h1 { margin: 0; font-size: 21pt; line-height: 1.25; font-weight: 600; color: var(--ink); letter-spacing: -0.01em; }
.section-head h1 { display: flex; gap: 4mm; align-items: baseline; }
.section-head .number { color: var(--cinnabar); font-weight: 500; font-size: 0.72em; min-width: 7mm; width: auto; }
.section-head .also { font-weight: 400; color: var(--ink-soft); font-size: 0.82em; }
.lead { margin: 1mm 0 0; color: var(--quiet); font-size: 9pt; }
.section > h2 { margin: 7mm 0 2mm; font-size: 12.5pt; font-weight: 600; color: var(--ink); }
h3 { margin: 4.5mm 0 1mm; font-size: 9.6pt; font-weight: 600; color: var(--ink); }
h4, h5, h6 { margin: 3.2mm 0 0.8mm; font-size: 9.6pt; font-weight: 600; } h5 { font-weight: 500; } h6 { font-weight: 500; color: var(--quiet); }
.strong { font-weight: 600; } .also { font-weight: 400; color: var(--quiet); } .quiet, .remark, .none { color: var(--quiet); }
.quiet { font-size: 8.6pt; } .none { margin: 2mm 0; } .remark { font-size: 8.6pt; }
.tag { display: inline-block; border: 0.25mm solid var(--cinnabar); color: var(--cinnabar); border-radius: 0.8mm; padding: 0 1.4mm;
  font-size: 7.4pt; font-weight: 500; line-height: 1.5; vertical-align: 0.15em; white-space: nowrap; }`;

const contentsPage = `
.contents h1 { padding-bottom: 3mm; border-bottom: 0.35mm solid var(--ink); margin-bottom: 6mm; }
.contents ol { list-style: none; margin: 0; padding: 0; }
.contents a { display: flex; align-items: baseline; color: inherit; text-decoration: none; gap: 2mm; }
.contents li { break-inside: avoid; }
.contents li.chapter { margin-top: 3.4mm; font-weight: 600; font-size: 10.6pt; break-after: auto; }
.contents li.chapter:has(+ li.part) { break-after: avoid; }
.contents li.part { margin-top: 0.7mm; font-size: 9.2pt; color: var(--quiet); }
.contents .number { flex: 0 0 7mm; color: var(--cinnabar); font-weight: 500; }
.contents .words { flex: 0 1 auto; max-width: 82%; }
.contents .leader { flex: 1 1 8mm; border-bottom: 0.3mm dotted #9FB5BB; min-width: 8mm; }
.contents .page { flex: 0 0 9mm; text-align: right; font-variant-numeric: tabular-nums; }`;

const opening = `
.figures { display: flex; margin: 0 0 8mm; border-bottom: 0.25mm solid var(--rule); padding-bottom: 6mm; break-inside: avoid; }
.figures div { flex: 1 1 0; padding: 0 3mm; border-left: 0.25mm solid var(--rule); } .figures div:first-child { border-left: 0; padding-left: 0; }
.figures dd { margin: 0; font-size: 21pt; line-height: 1.2; font-weight: 500; color: var(--ink); font-variant-numeric: tabular-nums; }
.figures dt { font-size: 8.2pt; line-height: 1.35; color: var(--quiet); }
.objectives { margin: 0; padding: 0; list-style: none; counter-reset: objective; }
.objectives li { counter-increment: objective; position: relative; padding: 0 0 2mm 8mm; break-inside: avoid; }
.objectives li::before { content: counter(objective); position: absolute; left: 0; color: var(--cinnabar); font-weight: 600; }`;

const tables = `
table { width: 100%; border-collapse: collapse; font-size: 9.1pt; line-height: 1.45; }
thead { display: table-header-group; } tr { break-inside: avoid; }
th { text-align: left; font-weight: 600; font-size: 8.2pt; color: var(--ink); padding: 1.6mm 3mm 1.6mm 0; border-bottom: 0.35mm solid var(--ink); vertical-align: bottom; }
td { padding: 1.9mm 3mm 1.9mm 0; border-bottom: 0.2mm solid var(--rule); vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
.number { width: 9mm; font-variant-numeric: tabular-nums; } td.number { color: var(--cinnabar); font-weight: 600; }
.date { width: 24mm; white-space: nowrap; font-variant-numeric: tabular-nums; }
.delegation { table-layout: fixed; } .delegation th:nth-child(2) { width: 40%; } .delegation th:last-child { width: 24mm; }
.day { table-layout: fixed; margin-bottom: 6mm; } .day th { font-size: 10pt; padding: 1.8mm 3mm; background: var(--ink-pale); border-bottom: 0; }
.day .cities { float: right; font-weight: 500; color: var(--ink-soft); }
.day col.time { width: 29mm; } .day col.place { width: 48mm; } .day td.time { padding-left: 3mm; font-variant-numeric: tabular-nums; font-weight: 500; color: var(--ink); }
.day thead { break-after: avoid; }
.quiet-days { margin: 0 0 6mm; padding: 1.8mm 3mm; background: var(--ink-pale); break-inside: avoid; color: var(--quiet); }
.quiet-days .strong { color: var(--ink-soft); margin-right: 3mm; }
.follow-ups { table-layout: fixed; } .follow-ups th:nth-child(3) { width: 31mm; } .follow-ups th:nth-child(5) { width: 20mm; }
.follow-ups .detail { font-size: 8.8pt; } .follow-ups .detail p { margin: 0.6mm 0; } .overdue { color: var(--cinnabar); font-weight: 600; font-size: 8.4pt; }
.pipeline { table-layout: fixed; } .pipeline th:nth-child(2) { width: 42mm; } .pipeline th:nth-child(4) { width: 29mm; }
.stages .from { color: var(--quiet); } .stages .arrow { color: var(--cinnabar); }
.accounts { margin-bottom: 7mm; } .accounts .amount { width: 30mm; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.accounts .total td { font-weight: 600; color: var(--ink); border-bottom: 0.35mm solid var(--ink); }
.accounts tr.total { break-before: avoid; } .accounts .overspent { color: var(--cinnabar) !important; }
.annexes { margin: 0; padding-left: 6mm; } .annexes li { padding: 0 0 2mm 2mm; break-inside: avoid; } .annexes li::marker { color: var(--cinnabar); font-weight: 600; }`;

const visits = `
.visit { padding-bottom: 8mm; } .visit:not(:last-child) { border-bottom: 0.25mm solid var(--rule); margin-bottom: 8mm; }
.visit header { break-inside: avoid; break-after: avoid; margin-bottom: 4mm; }
.when { margin: 0 0 1mm; font-size: 8.8pt; font-weight: 500; color: var(--cinnabar); font-variant-numeric: tabular-nums; }
.visit h2 { margin: 0; font-size: 14pt; line-height: 1.35; font-weight: 600; color: var(--ink); }
.visit h2 .also { display: block; font-size: 11pt; line-height: 1.45; color: var(--ink-soft); }
.where { margin: 0.8mm 0 0; font-size: 9.2pt; } .where > span { display: block; }
.parties { display: table; table-layout: fixed; width: 100%; background: var(--ink-pale); margin-bottom: 4mm; }
.parties > div { display: table-cell; padding: 3.4mm 4.5mm 3.8mm; }
.parties.whole { break-inside: avoid; }
.parties h3 { margin: 0 0 1.2mm; } .parties ul { list-style: none; margin: 0; padding: 0; }
.parties li { padding: 0.5mm 0 0.9mm; font-size: 9.1pt; line-height: 1.4; break-inside: avoid; } .post { display: block; font-size: 8.6pt; color: var(--quiet); }
.prose p { margin: 0 0 2.4mm; orphans: 3; widows: 3; } .prose.leading { font-size: 10.2pt; line-height: 1.62; } .lines { white-space: pre-line; }
.prose ul, .prose ol { margin: 0 0 2.4mm; padding-left: 5.6mm; } .prose li { margin-bottom: 0.9mm; } .prose li > p { margin: 0 0 0.9mm; }
.prose li::marker { color: var(--cinnabar); } .prose blockquote { margin: 0 0 2.4mm; padding-left: 4mm; border-left: 0.8mm solid var(--rule); color: var(--quiet); }
.prose table { margin-bottom: 3mm; } .prose pre, .prose code { font-family: inherit; background: var(--ink-pale); } .prose code { padding: 0 0.8mm; }
.prose pre { white-space: pre-wrap; padding: 2mm 3mm; margin: 0 0 2.4mm; } .prose pre code { padding: 0; }
.as-typed { white-space: pre-wrap; overflow-wrap: anywhere; }
.prose hr { border: 0; border-top: 0.25mm solid var(--rule); margin: 3mm 0; } .link { color: var(--ink); } .address { color: var(--quiet); font-size: 8.4pt; }
.author { margin: 2mm 0 0.6mm; font-size: 8.6pt; color: var(--quiet); break-after: avoid; }
.intention { margin-top: 4mm; padding: 0.4mm 0 0.4mm 4.5mm; border-left: 1mm solid var(--ink); } .intention h3 { margin-top: 0; } .intention p:last-child { margin-bottom: 0; }
.photographs { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm; margin-top: 5mm; } .photographs.single { grid-template-columns: 1fr; max-width: 98mm; }
figure { margin: 0; break-inside: avoid; } .frame { aspect-ratio: 3 / 2; background: var(--ink-pale); display: flex; }
.frame img { width: 100%; height: 100%; object-fit: contain; min-width: 0; min-height: 0; }
figcaption { margin-top: 1.4mm; font-size: 8.4pt; line-height: 1.4; color: var(--quiet); }
.cross-reference { break-before: avoid; margin: 4mm 0 0; font-size: 8.8pt; font-weight: 500; color: var(--ink-soft); }`;

export const reportStyle = new Markup([palette, writing, headings, contentsPage, opening, tables, visits].join(''));

/** The sheets that are laid over the report's pages. */
export const sheetStyle = new Markup(`${palette}${writing}${coverPage}
@page { size: A4; margin: 0; }
.sheet { position: relative; height: 296mm; break-after: page; overflow: hidden; font-size: 7.8pt; line-height: 1.4; color: var(--quiet); }
.sheet:last-child { break-after: auto; }
.running-head, .running-foot { position: absolute; left: 27mm; right: 24mm; display: flex; justify-content: space-between; align-items: baseline; gap: 8mm; white-space: nowrap; }
.running-head { top: 13mm; padding-bottom: 2mm; border-bottom: 0.2mm solid var(--rule); }
.running-foot { bottom: 11mm; font-variant-numeric: tabular-nums; }
.left { overflow: hidden; text-overflow: ellipsis; min-width: 0; } .reference { font-weight: 600; color: var(--ink); margin-right: 3mm; }
.running-head .marking { font-size: 7.4pt; } .restricted, .confidential { color: var(--cinnabar); }`);
