/** Running text, and what stands around it. */
export const textStyle = `
p { margin: 0 0 2.4mm; orphans: 3; widows: 3; }
ul, ol { margin: 0 0 2.4mm; padding-left: 5.6mm; } li { margin-bottom: 0.9mm; break-inside: avoid-page; } li > p { margin: 0 0 0.9mm; }
li::marker { color: var(--cinnabar); } li.box { list-style: none; margin-left: -4.6mm; } .tick { display: inline-block; width: 4.6mm; color: var(--ink); }
blockquote { margin: 0 0 2.4mm; padding-left: 4mm; border-left: 0.8mm solid var(--rule); color: var(--quiet); }
code { font-family: inherit; background: var(--ink-pale); padding: 0 0.8mm; } hr { border: 0; border-top: 0.25mm solid var(--rule); margin: 3mm 0; }
p.typed { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--ink-pale); padding: 2mm 3mm; }
.leading { font-size: 10.2pt; line-height: 1.62; } .none { color: var(--quiet); margin: 2mm 0; } .remark { color: var(--quiet); font-size: 8.6pt; }
.when { margin: 0 0 1mm; font-size: 8.8pt; font-weight: 600; color: var(--cinnabar); font-variant-numeric: tabular-nums; break-after: avoid; }
.together:has(> .when) { margin-top: 11mm; } .section-head + .together { margin-top: 0; }
.where { margin: 0 0 4mm; font-size: 9.2pt; break-after: avoid; } .author { margin: 2mm 0 0.6mm; font-size: 8.6pt; color: var(--quiet); break-after: avoid; }
.reference { break-before: avoid; margin: 4mm 0 0; font-size: 8.8pt; font-weight: 600; color: var(--ink-soft); }
.together { break-inside: avoid; }
.beside { display: flex; background: var(--ink-pale); margin-bottom: 4mm; }
.beside > div { flex: 1 1 0; min-width: 0; padding: 3.4mm 4.5mm 3.8mm; }
.beside h3 { margin: 0 0 1.2mm; } .beside ul { list-style: none; margin: 0; padding: 0; }
.beside li { padding: 0.5mm 0 0.9mm; font-size: 9.1pt; line-height: 1.4; break-inside: avoid; } .beside li p { margin: 0; font-size: 8.6pt; color: var(--quiet); }
.callout { margin-top: 4mm; padding: 0.4mm 0 0.4mm 4.5mm; border-left: 1mm solid var(--ink); } .callout h3 { margin-top: 0; } .callout p:last-child { margin-bottom: 0; }
.facts { margin: 0 0 4mm; display: grid; grid-template-columns: 1fr; font-size: 9.2pt; }
.facts > div { display: grid; grid-template-columns: 38mm 1fr; gap: 4mm; padding: 1.2mm 0; border-bottom: 0.2mm solid var(--rule); break-inside: avoid; }
.facts dt { color: var(--quiet); } .facts dd { margin: 0; } .facts dd p { margin: 0 0 1mm; }
.figures { display: flex; margin: 0 0 8mm; border-bottom: 0.25mm solid var(--rule); padding-bottom: 6mm; break-inside: avoid; }
.figures > div { display: flex; flex-direction: column; flex: 1 1 0; padding: 0 3mm; border-left: 0.25mm solid var(--rule); } .figures > div:first-child { border-left: 0; padding-left: 0; }
.figures dd { margin: 0; font-size: 21pt; line-height: 1.2; font-weight: 400; color: var(--ink); font-variant-numeric: tabular-nums; }
.figures dt { overflow-wrap: break-word; font-size: 8.2pt; line-height: 1.35; color: var(--quiet); }`;

/** A document whose sections are a page or two each: the same, closer. */
export const closeStyle = `
.close p, .close ul, .close ol { margin-bottom: 1.4mm; } .close { line-height: 1.45; font-size: 9.3pt; }
.close .section-head { margin-bottom: 4mm; padding-bottom: 2mm; } .close .section-head h1 { font-size: 17pt; }
.close .section-head h1.long { font-size: 13pt; } .close .section-head h1.longest { font-size: 10.5pt; }
.close h2 { margin: 4.6mm 0 1.2mm; font-size: 11.5pt; } .close h3 { margin: 2.6mm 0 0.6mm; } .close .when { margin: 0 0 3mm; }
.close .when + h2 { margin-top: 0; } .close .none { margin: 0.6mm 0; } .close li { margin-bottom: 0.4mm; }
.close .facts { margin-bottom: 1mm; } .close .facts > div { padding: 0.7mm 0; } .close .facts dd p { margin-bottom: 0.4mm; }
.close td { padding-top: 1.1mm; padding-bottom: 1.1mm; } .close .remark { margin: 1mm 0 0; }
.close .callout { margin-top: 1.6mm; } .close .together + .together { margin-top: 2mm; } .close .together > p { margin-bottom: 0.3mm; }`;
