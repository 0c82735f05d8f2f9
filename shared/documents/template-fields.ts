/**
 * What a template may name: words (`{{title}}`), lists (`{{#visits}} … {{/visits}}`, which also say whether something is
 * there) and parts that Attaché lays out itself (`{{> programme}}`, alone on a line).
 */
export interface TemplateScope {
  readonly words: readonly string[];
  readonly lists: Readonly<Record<string, TemplateScope>>;
  readonly parts: readonly string[];
}

const personWords = ['name', 'post'] as const;
const person = { words: personWords, lists: {}, parts: [] } as const;

/** The fields of every template, in the order in which they are shown to those who write one. */
export const templateFields = {
  words: [
    'title',
    'reference',
    'classification',
    'dates',
    'firstDay',
    'lastDay',
    'today',
    'cities',
    'head',
    'headPost',
    'purpose',
    'observations',
    'conclusions',
    'dayCount',
    'cityCount',
    'visitCount',
    'organisationCount',
    'peopleMetCount',
    'memberCount',
    'followUpCount',
  ],
  lists: {
    objectives: { words: ['objective'], lists: {}, parts: [] },
    delegation: { words: [...personWords, 'role'], lists: {}, parts: [] },
    programme: {
      words: ['day', 'cities'],
      lists: { items: { words: ['time', 'title', 'place', 'host'], lists: {}, parts: [] } },
      parts: [],
    },
    visits: {
      words: ['title', 'kind', 'day', 'time', 'place', 'city', 'organisations', 'outcome', 'intention'],
      lists: { theirs: person, ours: person },
      parts: ['visit', 'discussion'],
    },
    followUps: { words: ['number', 'action', 'owner', 'due', 'status', 'organisation'], lists: {}, parts: [] },
  },
  parts: [
    'purpose',
    'delegation',
    'programme',
    'visits',
    'observations',
    'conclusions',
    'photographs',
    'follow-ups',
    'charts',
    'pipeline',
    'accounts',
    'annexes',
  ],
} as const satisfies TemplateScope;

/** What can be wrong with a template; each stands on one line of it. */
export type TemplateFault =
  | 'template-unknown-field'
  | 'template-unknown-part'
  | 'template-not-ended'
  | 'template-stray-end'
  | 'template-open-braces'
  | 'template-not-alone'
  | 'template-other-braces'
  | 'template-too-deep';

/** Something wrong with a template: on which line, counted from 1, and what stands there. */
export interface TemplateIssue {
  readonly code: TemplateFault;
  readonly line: number;
  readonly name: string;
}
