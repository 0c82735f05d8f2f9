/** Headings, the contents page, the letterhead. What has a letterhead and no cover is short: its headings are small. */
export const sectionStyle = `
.cover-place { height: 1mm; break-after: page; }
h1, h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; }
.section { margin-top: 12mm; } .section:first-child, .letterhead + .section { margin-top: 0; }
.section.starts-page { break-before: page; margin-top: 0; }
.page-break { break-after: page; }
.section-head { break-inside: avoid; break-after: avoid; border-bottom: 0.35mm solid var(--ink); margin-bottom: 6mm; padding-bottom: 3mm; }
.section-head h1, .contents h1 { margin: 0; font-size: 21pt; line-height: 1.25; font-weight: 600; color: var(--ink); letter-spacing: -0.01em; }
.section-head h1 { display: flex; gap: 4mm; align-items: baseline; }
.section-head h1.long { font-size: 15pt; } .section-head h1.longest { font-size: 11.5pt; }
.section-head .number { color: var(--cinnabar); font-weight: 400; font-size: 0.72em; min-width: 7mm; }
.section-head .also { font-weight: 400; color: var(--ink-soft); font-size: 0.82em; }
.lead { margin: 1mm 0 0; color: var(--quiet); font-size: 9pt; }
h2 { margin: 7mm 0 2mm; font-size: 12.5pt; line-height: 1.35; font-weight: 600; color: var(--ink); }
h2[id] { margin: 0 0 2mm; font-size: 14pt; } h2[id] .also { display: block; font-size: 11pt; line-height: 1.45; color: var(--ink-soft); }
h2.long[id] { font-size: 12pt; } h2.longest[id] { font-size: 10.4pt; } h2.long[id] .also, h2.longest[id] .also { font-size: 9.6pt; }
.section-head + h2, .beside h2:first-child { margin-top: 0; }
h3 { margin: 4.5mm 0 1mm; font-size: 9.6pt; font-weight: 600; color: var(--ink); }
h4, h5, h6 { margin: 3.2mm 0 0.8mm; font-size: 9.6pt; font-weight: 600; } h5 { font-weight: 400; text-decoration: underline; text-underline-offset: 0.2em; } h6 { font-weight: 400; color: var(--quiet); }
.letterhead { position: relative; border-bottom: 0.35mm solid var(--ink); margin-bottom: 6mm; padding-bottom: 4mm; }
.letterhead img { display: block; max-height: 24mm; max-width: 100%; margin-bottom: 4mm; }
.letterhead .marking { float: right; margin-left: 6mm; border: 0.3mm solid var(--rule); padding: 0.6mm 2.4mm; font-size: 7.6pt; color: var(--quiet); }
.letterhead h1 { margin: 0 0 1.5mm; font-size: 19pt; line-height: 1.25; font-weight: 600; color: var(--ink); letter-spacing: -0.01em; }
.letterhead h1 .also { font-size: 0.8em; color: var(--ink-soft); }
.letterhead ~ .section { margin-top: 6mm; } .letterhead + .section { margin-top: 0; }
.letterhead ~ .section .section-head { margin-bottom: 3mm; padding-bottom: 1.2mm; border-bottom-width: 0.25mm; }
.letterhead ~ .section .section-head h1 { font-size: 13pt; } .letterhead ~ .section .figures { margin-bottom: 4mm; padding-bottom: 3mm; }
.letterhead ~ .section .figures dd { font-size: 15pt; } .letterhead ~ .section h2[id] { font-size: 11.5pt; margin-top: 3mm; }
.letterhead ~ .section h2[id] .also { display: inline; font-size: 0.9em; }
.letterhead p { margin: 0; font-size: 9.6pt; color: var(--quiet); } .letterhead h1 + p { font-size: 11.5pt; color: var(--text); }
.contents h1 { padding-bottom: 3mm; border-bottom: 0.35mm solid var(--ink); margin-bottom: 6mm; }
.contents ol { list-style: none; margin: 0; padding: 0; }
.contents a { display: flex; align-items: baseline; color: inherit; text-decoration: none; gap: 2mm; }
.contents li { break-inside: avoid; }
.contents li.chapter { margin-top: 3.4mm; font-weight: 600; font-size: 10.6pt; break-after: auto; }
.contents li.chapter:has(+ li.part) { break-after: avoid; }
.contents li.part { margin-top: 0.7mm; font-size: 9.2pt; color: var(--quiet); }
.contents .number { flex: 0 0 7mm; color: var(--cinnabar); font-weight: 400; }
.contents .words { flex: 0 1 auto; max-width: 82%; display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
.contents .leader { flex: 1 1 8mm; border-bottom: 0.3mm dotted #9FB5BB; min-width: 8mm; }
.contents .page { flex: 0 0 9mm; text-align: right; font-variant-numeric: tabular-nums; }`;
