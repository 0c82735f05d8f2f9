/**
 * Tables whose head stands again on each page and whose rows stay whole. The room below a table belongs to what follows:
 * with margins of their own below them, twenty tables in one note made Chromium 114 lay out pages without end, and nothing
 * more could be printed until the app was restarted. For the same reason, and to be read at once, a short table that
 * somebody typed stays whole.
 */
export const tableStyle = `
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 9.1pt; line-height: 1.45; }
table + :where(p, ul, ol, dl, div, table, blockquote, figure) { margin-top: 4mm; }
.typed:not(:has(tr:nth-child(9))) { break-inside: avoid; }
thead { display: table-header-group; } tr { break-inside: avoid; } td li { break-inside: auto; }
th { text-align: left; font-weight: 600; font-size: 8.2pt; color: var(--ink); padding: 1.6mm 3mm 1.6mm 0; border-bottom: 0.35mm solid var(--ink); vertical-align: bottom; }
td { padding: 1.9mm 3mm 1.9mm 0; border-bottom: 0.2mm solid var(--rule); vertical-align: top; font-variant-numeric: tabular-nums; }
th:last-child, td:last-child { padding-right: 0; } td p { margin: 0.6mm 0; } th .also, td .also { font-size: 0.94em; }
.end { text-align: right; white-space: nowrap; }
.typed .end { white-space: normal; }
tr.total td { font-weight: 600; color: var(--ink); border-bottom: 0.35mm solid var(--ink); } tr.total { break-before: avoid; } table + .remark { break-before: avoid; }
.day + :where(p, div, table) { margin-top: 6mm; } .day thead { break-after: avoid; }
.day th { font-size: 10pt; padding: 1.8mm 3mm; background: var(--ink-pale); border-bottom: 0; } .day th .also { font-size: 1em; color: var(--ink-soft); }
.day th:last-child:not(:first-child) { text-align: right; color: var(--ink-soft); }
.day td:first-child { padding-left: 3mm; font-weight: 600; color: var(--ink); }`;

/** The summary is one page: its tables stand closer. */
export const summaryStyle = `
.summary-visits, .summary-follow-ups { font-size: 8.7pt; line-height: 1.35; }
.summary-visits td, .summary-follow-ups td { padding-top: 0.9mm; padding-bottom: 0.9mm; } .summary-visits td p, .summary-follow-ups td p { margin: 0; }
.summary-visits + .remark, .summary-follow-ups + .remark { margin: 0; }
body:has(.summary-visits) .section { margin-top: 4mm; } body:has(.summary-visits) .section .section-head { margin-bottom: 1.8mm; padding-bottom: 0.8mm; }
body:has(.summary-visits) .section .section-head h1 { font-size: 11pt; } body:has(.summary-visits) .section .figures { margin-bottom: 2.5mm; }`;

/** Photographs in rows that stay whole, two in each until their shapes are known; and charts. */
export const pictureStyle = `
.photographs { margin-top: 5mm; } .pair { display: flex; gap: 4mm; margin-bottom: 4mm; break-inside: avoid; }
figure { margin: 0; break-inside: avoid; } .pair:last-child { margin-bottom: 0; } .pair figure { flex: 0 1 calc(50% - 2mm); min-width: 0; }
.frame { aspect-ratio: var(--shape, 3 / 2); background: var(--ink-pale); display: flex; }
.frame img { width: 100%; height: 100%; object-fit: contain; min-width: 0; min-height: 0; }
figcaption { margin-top: 1.4mm; font-size: 8.4pt; line-height: 1.4; color: var(--quiet); }
.chart { margin: 0 0 7mm; } .chart figcaption { margin: 0 0 2mm; font-size: 9.6pt; font-weight: 600; color: var(--ink); }
.bar { display: grid; grid-template-columns: 48mm 1fr 14mm; gap: 3mm; align-items: center; padding: 0.8mm 0; font-size: 9pt; line-height: 1.3; }
.bar svg { display: block; width: 100%; height: 4mm; } .bar rect { fill: var(--ink); } .bar-value { font-variant-numeric: tabular-nums; color: var(--quiet); }`;
