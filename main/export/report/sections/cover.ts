import { html } from '../../html';
import type { Markup } from '../../html';
import { plainDay, spanOfDays } from '../days';
import type { TripReport } from '../model';
import { inForms, inOneForm, inScripts, inTwoForms, nameOf, say, writtenForms } from '../text';

/** More cities than this do not stand beside each other on a line. */
const longestRoute = 5;

/** The longer a title, the smaller its letters, so that three written forms of 300 characters still fit. */
function sizeOf(characters: number): string {
  if (characters <= 60) return 'short';
  if (characters <= 140) return 'medium';
  return characters <= 420 ? 'long' : 'longest';
}

export function cover(report: TripReport): Markup {
  const titles = writtenForms(report.title);
  const length = Math.max(...[report.title.en.length, report.title.zhHant.length * 2, report.title.zhHans.length * 2]);
  const [first, ...others] = titles.length > 0 ? titles : [html`${say('cover.untitled')}`];
  return html`<section class="cover">
    <div class="cover-head">
      <div class="cover-marks">
        <span class="cover-reference">${inScripts(report.reference)}</span>
        <span class="marking ${report.classification}">${say(`classification.${report.classification}`)}</span>
      </div>
      <div class="cover-title ${sizeOf(length)}">
        <p class="kicker">${say('document')}</p>
        <h1>${first ?? null}</h1>
        ${others.map((title) => html`<p class="cover-other">${title}</p>`)}
      </div>
      ${route(report)}
    </div>
    <dl class="cover-facts">${facts(report)}</dl>
  </section>`;
}

function route({ cities }: TripReport): Markup {
  if (cities.length === 0 || cities.length > longestRoute) return html`<div></div>`;
  return html`<ol class="route">
    ${cities.map((city) => html`<li>${inForms(city)}</li>`)}
  </ol>`;
}

function facts(report: TripReport): Markup {
  const { figures } = report;
  const fact = (label: string, value: Markup): Markup =>
    html`<div>
      <dt>${label}</dt>
      <dd>${value}</dd>
    </div>`;
  const days = html`${spanOfDays(report.firstDay, report.lastDay)}<span class="aside"
      >${say('cover.days', { count: figures.days })}</span
    >`;
  const head = report.head;
  const posts = head?.posts.map((post) => inTwoForms(post.title)) ?? [];
  return html` ${fact(say('cover.dates'), days)}
  ${
    report.cities.length > longestRoute
      ? fact(
          say('cover.cities'),
          html`${report.cities.map((city, at) => html`${at > 0 ? ', ' : null}${inOneForm(city)}`)}`,
        )
      : null
  }
  ${
    head === null
      ? null
      : fact(say('cover.head'), html`${nameOf(head)}${posts.map((post) => html`<span class="aside">${post}</span>`)}`)
  }
  ${
    report.delegation.length === 0
      ? null
      : fact(say('cover.delegation'), html`${say('cover.members', { count: report.delegation.length })}`)
  }
  ${fact(say('cover.made'), html`${plainDay(report.madeOn)}`)}`;
}
