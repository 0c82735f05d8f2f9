import { html } from '../../html';
import type { Markup } from '../../html';
import type { DelegateInReport, FiguresInReport, TripReport } from '../model';
import { section } from '../section';
import type { Section } from '../section';
import { inForms, inScripts, isBlank, nameOf, paragraphs, say } from '../text';

/** The visit in figures, what it was for, and what it was to reach. */
export function purpose(report: TripReport): Section {
  const { purpose: words, objectives } = report;
  const isEmpty = isBlank(words) && objectives.length === 0;
  const body = html`${figures(report.figures)} ${isEmpty ? html`<p class="none">${say('purpose.none')}</p>` : null}
  ${
    isBlank(words)
      ? null
      : html`<h2>${say('purpose.purpose')}</h2>
          <div class="prose leading">${paragraphs(words)}</div>`
  }
  ${
    objectives.length === 0
      ? null
      : html`<h2>${say('purpose.objectives')}</h2>
          <ol class="objectives">
            ${objectives.map((objective) => html`<li>${inScripts(objective)}</li>`)}
          </ol>`
  }`;
  return section('purpose', html`${say('purpose.title')}`, body, { startsPage: true });
}

function figures(counts: FiguresInReport): Markup {
  const names = ['days', 'cities', 'visits', 'organisations', 'peopleMet', 'followUps'] as const;
  const shown = names.filter((name) => counts[name] > 0);
  if (shown.length < 3) return html``;
  return html`<dl class="figures">
    ${shown.map(
      (name) =>
        html`<div>
          <dd>${counts[name]}</dd>
          <dt>${say(`figures.${name}`, { count: counts[name] })}</dt>
        </div>`,
    )}
  </dl>`;
}

/** With more lines than this the delegation would be torn between the page of the purpose and the next. */
const mostLines = 28;

/** About how many lines the purpose, the objectives and the delegation take. */
function linesOf({ purpose: words, objectives, delegation: members }: TripReport): number {
  const linesIn = (text: string): number =>
    text.split('\n').reduce((lines, line) => lines + Math.ceil(line.length / 90), 0);
  return linesIn(words) + objectives.reduce((lines, objective) => lines + linesIn(objective), 0) + members.length * 3;
}

export function delegation(report: TripReport): Section {
  const members = report.delegation;
  const title = html`${say('delegation.title')}`;
  if (members.length === 0) return section('delegation', title, html`<p class="none">${say('delegation.none')}</p>`);
  const row = ({ person, role }: DelegateInReport, index: number): Markup =>
    html`<tr>
      <td class="number">${index + 1}</td>
      <td class="strong">${nameOf(person)}</td>
      <td>${person.posts.map((post) => html`<div>${inForms(post.title)}</div>`)}</td>
      <td>${say(`delegation.roles.${role}`)}</td>
    </tr>`;
  const table = html`<table class="delegation">
    <thead>
      <tr>
        <th class="number">${say('delegation.number')}</th>
        <th>${say('delegation.name')}</th>
        <th>${say('delegation.post')}</th>
        <th>${say('delegation.role')}</th>
      </tr>
    </thead>
    <tbody>
      ${members.map(row)}
    </tbody>
  </table>`;
  return section('delegation', title, table, {
    startsPage: linesOf(report) > mostLines,
    lead: html`${say('delegation.order')}`,
  });
}
