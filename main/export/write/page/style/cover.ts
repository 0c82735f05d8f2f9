/** The first page, from edge to edge; a picture lies under the ink of its head. */
export const coverStyle = `
.cover { break-after: page; height: 296mm; display: flex; flex-direction: column; overflow: hidden; }
.cover.A5 { height: 298mm; zoom: 0.7; }
.cover-head { position: relative; background: var(--ink); color: #fff; min-height: 178mm; padding: 20mm 24mm 16mm 27mm; display: flex; flex: none; flex-direction: column;
  justify-content: space-between; gap: 12mm; }
.cover-head > * { position: relative; }
.cover-head > .cover-picture { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover; }
.with-picture::after { content: ''; position: absolute; inset: 0; background: linear-gradient(#0F4C5CE6, #0F4C5C99 45%, #0F4C5CF2); }
.with-picture > :not(.cover-picture) { z-index: 1; }
.cover-marks { display: flex; justify-content: space-between; align-items: center; gap: 10mm; font-size: 9pt; }
.cover-reference { letter-spacing: 0.06em; color: #D5E3E6; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.cover .marking { border: 0.4mm solid #9DBAC1; padding: 1.2mm 3.4mm; font-size: 8.4pt; color: #E6F0F2; }
.cover .marking.restricted, .cover .marking.confidential { background: var(--cinnabar); border-color: var(--cinnabar); color: #fff; }
.kicker { margin: 0 0 5mm; font-size: 10.5pt; letter-spacing: 0.06em; text-transform: uppercase; color: #BCD3D8; }
.kicker::after { content: ''; display: block; width: 16mm; height: 0.9mm; background: #E08A6F; margin-top: 5mm; }
.cover h1 { margin: 0; font-weight: 600; line-height: 1.22; letter-spacing: -0.01em; text-wrap: balance; }
.cover-other { margin: 4mm 0 0; font-weight: 400; line-height: 1.35; color: #DCE9EC; }
.cover-title.short h1 { font-size: 34pt; } .cover-title.short .cover-other { font-size: 20pt; }
.cover-title.medium h1 { font-size: 27pt; } .cover-title.medium .cover-other { font-size: 17pt; }
.cover-title.long h1 { font-size: 19pt; } .cover-title.long .cover-other { font-size: 13pt; }
.cover-title.longest h1 { font-size: 13pt; } .cover-title.longest .cover-other { font-size: 11pt; }
.route { list-style: none; display: flex; margin: 0; padding: 0; font-size: 11pt; }
.route li { flex: 0 1 46mm; position: relative; padding: 5.5mm 4mm 0 0; }
.route li > span { display: -webkit-box; -webkit-line-clamp: 4; -webkit-box-orient: vertical; overflow: hidden; }
.route li::before { content: ''; position: absolute; left: 0; top: 0; width: 2.6mm; height: 2.6mm; border-radius: 50%; background: #E08A6F; }
.route li:not(:last-child)::after { content: ''; position: absolute; left: 4.6mm; right: 2mm; top: 1.1mm; border-top: 0.35mm solid #6E98A3; }
.cover .also { color: #BCD3D8; font-weight: 400; }
.cover-facts { margin: 0; padding: 15mm 24mm 0 27mm; display: grid; grid-template-columns: 1fr 1fr; gap: 9mm 12mm; }
.cover-facts dt { font-size: 8pt; letter-spacing: 0.06em; color: var(--quiet); margin-bottom: 0.8mm; }
.cover-facts dd { margin: 0; font-size: 11.5pt; font-weight: 600; line-height: 1.4; color: var(--ink);
  display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
.cover-facts .also { color: var(--ink-soft); }
.cover-facts .aside { display: block; font-size: 9pt; font-weight: 400; color: var(--quiet); }`;
