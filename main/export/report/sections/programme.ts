import { html } from '../../html';
import type { Markup } from '../../html';
import { longDay, spanOfDays, timesInWords } from '../days';
import type { ProgrammeDay, ProgrammeInReport, ProgrammeItem } from '../model';
import { section } from '../section';
import type { Section } from '../section';
import { inOneForm, inScripts, inTwoForms, isBlank, plainForm, say, shortNameOf } from '../text';

/** The programme, a table for each day; the day's name stands at the head of its table on every page. */
export function programme({ days, cancelled }: ProgrammeInReport): Section {
  const left = cancelled === 0 ? null : html`<p class="remark">${say('programme.cancelled', { count: cancelled })}</p>`;
  const body =
    days.length === 0
      ? html`<p class="none">${say('programme.none')}</p>
          ${left}`
      : html`${days.map((day) => (day.items.length === 0 ? quietDays(day) : busyDay(day)))}${left}`;
  return section('programme', html`${say('programme.title')}`, body, {
    startsPage: days.length > 0,
    lead: days.length === 0 ? null : html`${say('programme.localTimes')}`,
  });
}

function quietDays({ first, last }: ProgrammeDay): Markup {
  const words = first === last ? longDay(first) : spanOfDays(first, last);
  return html`<p class="quiet-days"><span class="strong">${words}</span> ${say('programme.nothing')}</p>`;
}

function busyDay({ first, cities, items }: ProgrammeDay): Markup {
  return html`<table class="day">
    <colgroup>
      <col class="time" />
      <col />
      <col class="place" />
    </colgroup>
    <thead>
      <tr>
        <th colspan="3">
          <span>${longDay(first)}</span>
          <span class="cities"
            >${cities.map((city, index) => html`${index > 0 ? ' – ' : null}${inOneForm(city)}`)}</span
          >
        </th>
      </tr>
    </thead>
    <tbody>
      ${items.map(row)}
    </tbody>
  </table>`;
}

function row(item: ProgrammeItem): Markup {
  const attending = item.attending.map(shortNameOf).join(', ');
  return html`<tr>
    <td class="time">${timesInWords(item.times)}</td>
    <td>
      <div class="strong">
        ${inTwoForms(item.title)}${
          item.isTentative ? html` <span class="tag">${say('programme.tentative')}</span>` : null
        }
      </div>
      ${details(item)}
      ${attending === '' ? null : html`<div class="quiet">${inScripts(say('programme.attending', { names: attending }))}</div>`}
    </td>
    <td class="place">${inTwoForms(item.place)}</td>
  </tr>`;
}

/** "Site visit, Example Robotics (sample)"; "Train, G7501, Hangzhou East to Shenzhen North". */
function details({ kind, host, transport, title }: ProgrammeItem): Markup {
  const words: Markup[] = [];
  if (transport === null) {
    words.push(html`${say(`programme.kinds.${kind}`)}`);
  } else {
    words.push(html`${say(`programme.modes.${transport.mode}`)}`);
    if (!isBlank(transport.number)) words.push(inScripts(transport.number));
    const { from, to } = transport;
    if (!isBlank(from) && !isBlank(to)) words.push(inScripts(say('programme.route', { from, to })));
    else if (!isBlank(from + to)) words.push(inScripts(from + to));
  }
  if (host !== null && plainForm(host) !== plainForm(title)) words.push(inTwoForms(host));
  return html`<div class="quiet">${words.map((word, index) => html`${index > 0 ? ', ' : null}${word}`)}</div>`;
}
