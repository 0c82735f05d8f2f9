import { html } from '../../html';
import type { Markup } from '../../html';
import { amount, shortDay } from '../days';
import type { AccountInReport, FollowUpInReport, MoveInReport, TripReport } from '../model';
import { section } from '../section';
import type { Section } from '../section';
import { inScripts, inTwoForms, isBlank, paragraphs, say, shortNameOf } from '../text';
import { photographs } from './chapter';

/** What the office wrote in words at the end; a part that nobody wrote is left out. */
export function findings(report: TripReport): Section[] {
  const parts = [
    ['observations', say('observations'), report.observations],
    ['conclusions', say('conclusions'), report.conclusions],
  ] as const;
  return parts
    .filter(([, , words]) => !isBlank(words))
    .map(([id, title, words], index) =>
      section(id, html`${title}`, html`<div class="prose leading">${paragraphs(words)}</div>`, {
        startsPage: index === 0,
      }),
    );
}

export function album(report: TripReport): Section[] {
  const pictures = photographs(report.photographs);
  return pictures === null ? [] : [section('photographs', html`${say('photographs')}`, pictures, { startsPage: true })];
}

export function followUps(all: readonly FollowUpInReport[]): Section {
  const title = html`${say('followUps.title')}`;
  if (all.length === 0) return section('follow-ups', title, html`<p class="none">${say('followUps.none')}</p>`);
  const row = (one: FollowUpInReport): Markup =>
    html`<tr>
      <td class="number">${one.number}</td>
      <td>
        <div class="strong">${inScripts(one.title)}</div>
        ${isBlank(one.detail) ? null : html`<div class="detail">${paragraphs(one.detail)}</div>`}
        ${one.organisation === null ? null : html`<div class="quiet">${inTwoForms(one.organisation)}</div>`}
        ${isBlank(one.referredTo) ? null : html`<div class="quiet">${inScripts(say('followUps.referred', { bureau: one.referredTo }))}</div>`}
      </td>
      <td>
        ${one.owner === null ? html`<span class="quiet">${say('followUps.noOwner')}</span>` : inScripts(shortNameOf(one.owner))}
      </td>
      <td class="date">
        ${one.due === null ? html`<span class="quiet">${say('followUps.noDue')}</span>` : shortDay(one.due)}
      </td>
      <td>
        ${say(`followUps.statuses.${one.status}`)}${
          one.isOverdue ? html`<div class="overdue">${say('followUps.overdue')}</div>` : null
        }
      </td>
    </tr>`;
  const body = html`<table class="follow-ups">
    <thead>
      <tr>
        <th class="number">${say('followUps.number')}</th>
        <th>${say('followUps.action')}</th>
        <th>${say('followUps.owner')}</th>
        <th class="date">${say('followUps.due')}</th>
        <th>${say('followUps.status')}</th>
      </tr>
    </thead>
    <tbody>
      ${all.map(row)}
    </tbody>
  </table>`;
  return section('follow-ups', title, body, { startsPage: true });
}

export function pipeline(moves: readonly MoveInReport[]): Section[] {
  if (moves.length === 0) return [];
  const row = (move: MoveInReport): Markup =>
    html`<tr>
      <td>
        <div class="strong">${inTwoForms(move.organisation)}</div>
        <div class="quiet">${inScripts(move.project)}</div>
      </td>
      <td class="stages">
        <span class="from">${move.from === null ? say('pipeline.new') : say(`pipeline.stages.${move.from}`)}</span>
        <span class="arrow">→</span> <span class="strong">${say(`pipeline.stages.${move.to}`)}</span>
      </td>
      <td class="date">${shortDay(move.on)}</td>
      <td>
        ${say(`pipeline.standings.${move.standing}`)}${
          move.likelihood === 'unknown'
            ? null
            : html`<div class="quiet">
                ${say('pipeline.likelihood', { likelihood: say(`pipeline.likelihoods.${move.likelihood}`) })}
              </div>`
        }
      </td>
    </tr>`;
  const table = html`<table class="pipeline">
    <thead>
      <tr>
        <th>${say('pipeline.organisation')}</th>
        <th>${say('pipeline.move')}</th>
        <th class="date">${say('pipeline.on')}</th>
        <th>${say('pipeline.standing')}</th>
      </tr>
    </thead>
    <tbody>
      ${moves.map(row)}
    </tbody>
  </table>`;
  return [section('pipeline', html`${say('pipeline.title')}`, table)];
}

export function accounts(all: readonly AccountInReport[]): Section[] {
  if (all.length === 0) return [];
  const table = ({ currency, lines, budget, spent, balance }: AccountInReport): Markup =>
    html`<table class="accounts">
      <thead>
        <tr>
          <th>${say('accounts.item', { currency })}</th>
          <th class="amount">${say('accounts.budget')}</th>
          <th class="amount">${say('accounts.spent')}</th>
          <th class="amount">${say('accounts.balance')}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          (line) =>
            html`<tr>
              <td>${isBlank(line.description) ? say('accounts.undescribed') : inScripts(line.description)}</td>
              <td class="amount">${line.budget === null ? '–' : amount(line.budget)}</td>
              <td class="amount">${line.spent === null ? '–' : amount(line.spent)}</td>
              <td class="amount"></td>
            </tr>`,
        )}
        <tr class="total">
          <td>${say('accounts.total')}</td>
          <td class="amount">${amount(budget)}</td>
          <td class="amount">${amount(spent)}</td>
          <td class="amount ${balance.minor < 0 ? 'overspent' : ''}">${amount(balance)}</td>
        </tr>
      </tbody>
    </table>`;
  return [
    section('accounts', html`${say('accounts.title')}`, html`${all.map(table)}`, {
      startsPage: true,
    }),
  ];
}

export function annexes(report: TripReport): Section[] {
  if (report.annexes.length === 0) return [];
  const body = html`<ol class="annexes">
    ${report.annexes.map(
      ({ name, caption }) =>
        html`<li>
          <span class="strong">${inScripts(name)}</span>${
            isBlank(caption) ? null : html`<div class="quiet">${inScripts(caption)}</div>`
          }
        </li>`,
    )}
  </ol>`;
  return [section('annexes', html`${say('annexes.title')}`, body, { lead: html`${say('annexes.note')}` })];
}
