import { html } from '../../html';
import type { Markup } from '../../html';
import { longDay, spanOfDays, timesInWords } from '../days';
import type { ChapterInReport, PersonInReport, PhotographInReport, VisitInReport } from '../model';
import { noteInMarkup } from '../notes';
import { section } from '../section';
import type { Section } from '../section';
import {
  inForms,
  inOneForm,
  inScripts,
  inTwoForms,
  isBlank,
  nameOf,
  paragraphs,
  plainForm,
  say,
  shortNameOf,
} from '../text';

/** A chapter for each city; when no visit is known there is one that says so. */
export function chapters(all: readonly ChapterInReport[]): Section[] {
  if (all.length === 0) {
    return [section('visits', html`${say('chapter.visits')}`, html`<p class="none">${say('chapter.none')}</p>`)];
  }
  return all.map((chapter, index) => {
    const others = say(all.length === 1 ? 'chapter.visits' : 'chapter.others');
    return section(
      `chapter-${String(index + 1)}`,
      chapter.city === null ? html`${others}` : inForms(chapter.city),
      html`${chapter.visits.map(visit)}`,
      {
        startsPage: true,
        lead: html`${daysOf(chapter)}, ${say('chapter.count', { count: chapter.visits.length })}`,
        entries: chapter.visits.map(({ id, title, kind }) => ({ id, title: titleOf(title, kind, inOneForm) })),
      },
    );
  });
}

function daysOf({ visits }: ChapterInReport): string {
  const days = visits.map((one) => one.day).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? '' : spanOfDays(first, last);
}

function titleOf(title: VisitInReport['title'], kind: VisitInReport['kind'], words: typeof inForms): Markup {
  return plainForm(title) === '' ? html`${say(`visit.kinds.${kind}`)}` : words(title);
}

function visit(one: VisitInReport): Markup {
  const numbers = one.followUpNumbers.join(', ');
  return html`<article class="visit">
    ${opening(one)} ${discussion(one)}
    ${
      isBlank(one.outcome)
        ? null
        : html`<h3>${say('visit.outcome')}</h3>
            <div class="prose">${paragraphs(one.outcome)}</div>`
    }
    ${
      isBlank(one.intention)
        ? null
        : html`<div class="intention">
            <h3>${say('visit.intention')}</h3>
            <div class="prose">${paragraphs(one.intention)}</div>
          </div>`
    }
    ${photographs(one.photographs)}
    ${
      numbers === ''
        ? null
        : html`<p class="cross-reference">${say('visit.followUps', { numbers, count: one.followUpNumbers.length })}</p>`
    }
  </article>`;
}

/** When, what, where and who. */
function opening(one: VisitInReport): Markup {
  return html`<header>
      <p class="when">
        ${longDay(one.day)}${one.times === null ? null : html`, ${timesInWords(one.times)}`}${
          one.record === 'complete' ? null : html` <span class="tag">${say(`visit.records.${one.record}`)}</span>`
        }
      </p>
      <h2 id="${one.id}">${titleOf(one.title, one.kind, inForms)}</h2>
      ${whereAndWith(one)}
    </header>
    ${parties(one)}`;
}

/** The organisations, unless the title is their name already, and the place. */
function whereAndWith({ organisations, title, place }: VisitInReport): Markup | null {
  const words = organisations.filter((name) => plainForm(name) !== plainForm(title)).map(inTwoForms);
  if (plainForm(place) !== '') words.push(inTwoForms(place));
  if (words.length === 0) return null;
  return html`<p class="where">${words.map((word) => html`<span>${word}</span>`)}</p>`;
}

/** More people than this may stand on two pages. */
const mostTogether = 16;

/** Their side with the posts that they hold; how ours are written and what they are stands in the delegation's table. */
function parties({ theirs, ours }: VisitInReport): Markup | null {
  if (theirs.length === 0 && ours.length === 0) return null;
  const party = (
    title: string,
    people: readonly PersonInReport[],
    line: (person: PersonInReport) => Markup,
  ): Markup | null =>
    people.length === 0
      ? null
      : html`<div>
          <h3>${title}</h3>
          <ul>
            ${people.map(line)}
          </ul>
        </div>`;
  const size = theirs.length + ours.length <= mostTogether ? 'whole' : '';
  return html`<div class="parties ${size}">
    ${party(say('visit.theirs'), theirs, attendee)}${party(
      say('visit.ours'),
      ours,
      (person) => html`<li>${inScripts(shortNameOf(person))}</li>`,
    )}
  </div>`;
}

function attendee(person: PersonInReport): Markup {
  const posts = person.posts
    .map(({ title, organisation }) => [title, organisation].filter((part) => part !== null && plainForm(part) !== ''))
    .filter((parts) => parts.length > 0);
  return html`<li>
    <span class="strong">${nameOf(person)}</span>${posts.map(
      (parts) =>
        html`<span class="post"
          >${parts.map(
            (part, index) => html`${index > 0 ? ', ' : null}${part === null ? null : inTwoForms(part)}`,
          )}</span
        >`,
    )}
  </li>`;
}

function discussion({ notes }: VisitInReport): Markup | null {
  if (notes.length === 0) return null;
  return html`<h3>${say('visit.discussion')}</h3>
    ${notes.map(
      ({ author, markdown }) =>
        html`${
            author === null
              ? null
              : html`<p class="author">${inScripts(say('visit.author', { name: shortNameOf(author) }))}</p>`
          }
          <div class="prose note">${noteInMarkup(markdown)}</div>`,
    )}`;
}

/** Two beside each other, a caption under each; a picture that cannot be shown leaves its frame. */
export function photographs(all: readonly PhotographInReport[]): Markup | null {
  if (all.length === 0) return null;
  return html`<div class="photographs ${all.length === 1 ? 'single' : ''}">
    ${all.map(
      ({ attachmentId, caption }) =>
        html`<figure>
          <div class="frame"><img src="pictures/${attachmentId}" alt="" /></div>
          ${isBlank(caption) ? null : html`<figcaption>${inScripts(caption)}</figcaption>`}
        </figure>`,
    )}
  </div>`;
}
