import { printable } from '../document/printable';
import { html } from '../html';
import type { Markup } from '../html';
import { spanOfDays } from './days';
import type { TripReport } from './model';
import type { Section } from './section';
import { chapters } from './sections/chapter';
import { accounts, album, annexes, findings, followUps, pipeline } from './sections/closing';
import { contents } from './sections/contents';
import { cover } from './sections/cover';
import { delegation, purpose } from './sections/opening';
import { programme } from './sections/programme';
import { reportStyle, sheetStyle } from './style';
import { inScripts, isBlank, plainForm, say, writtenForms } from './text';

/** The report in its fixed shape, as HTML that asks for nothing but its fonts (`fonts/…`) and pictures (`pictures/<id>`). */
export function reportDocument(report: TripReport, pageOf: ReadonlyMap<string, number> = new Map()): string {
  const sections: Section[] = [
    purpose(report),
    delegation(report),
    programme(report.programme),
    ...chapters(report.chapters),
    ...findings(report),
    ...album(report),
    followUps(report.followUps),
    ...pipeline(report.moves),
    ...accounts(report.accounts),
    ...annexes(report),
  ];
  const body = html`<div class="cover-place"></div>
    ${contents(sections, pageOf)}${sections.map(numbered)}`;
  return page(report, reportStyle, body);
}

function numbered(section: Section, index: number): Markup {
  return html`<section class="section ${section.startsPage ? 'starts-page' : ''}">
    <div class="section-head">
      <h1 id="${section.id}"><span class="number">${index + 1}</span><span>${section.title}</span></h1>
      ${section.lead === null ? null : html`<p class="lead">${section.lead}</p>`}
    </div>
    ${section.body}
  </section>`;
}

/**
 * A sheet for every page of the report, laid over it: the cover over the first, which is left empty for it, and the
 * running head and foot over the others. They are apart because Chromium 114 sets all pages of one document in the width
 * of its first, so that a cover without margins cannot stand before pages that have them.
 */
export function sheetsDocument(report: TripReport, pages: number): string {
  const title = writtenForms(report.title)[0] ?? html`${say('cover.untitled')}`;
  const reference = isBlank(report.reference)
    ? null
    : html`<span class="reference">${inScripts(report.reference)}</span>`;
  const margins = (number: number): Markup =>
    html`<div class="sheet">
      <div class="running-head">
        <span class="left">${reference}<span>${title}</span></span>
        <span class="marking ${report.classification}">${say(`classification.${report.classification}`)}</span>
      </div>
      <div class="running-foot">
        <span class="left">${say('document')}, ${spanOfDays(report.firstDay, report.lastDay)}</span>
        <span>${say('page', { page: number, pages })}</span>
      </div>
    </div>`;
  const sheets = Array.from({ length: pages }, (_, index) => (index === 0 ? cover(report) : margins(index + 1)));
  return page(report, sheetStyle, html`${sheets}`);
}

function page(report: TripReport, style: Markup, body: Markup): string {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>${titleOfReport(report)}</title>
        <link rel="stylesheet" href="fonts/noto-sans-hk/index.css" />
        <link rel="stylesheet" href="fonts/noto-sans-sc/index.css" />
        <style>
          ${style}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`.text;
}

/** What the file calls itself: the title and, when it has one, its reference. */
export function titleOfReport(report: TripReport): string {
  const title = plainForm(report.title) || say('cover.untitled');
  return isBlank(report.reference) ? title : `${title} (${printable(report.reference).trim()})`;
}

/** A file name that every system takes: no separators, nothing reserved, not too long in bytes. */
export function fileNameOfReport(report: TripReport): string {
  const words = titleOfReport(report)
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return say('fileName', { title: withinBytes(words, 150) || say('cover.untitled') });
}

function withinBytes(text: string, most: number): string {
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > most) break;
    kept += character;
  }
  return kept.trimEnd();
}
