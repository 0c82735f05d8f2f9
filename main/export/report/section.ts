import type { Markup } from '../html';

/** One numbered section of the report, as the contents page and the document need it. */
export interface Section {
  /** Names it within the document: letters, digits and hyphens. */
  readonly id: string;
  readonly title: Markup;
  /** A line under the title. */
  readonly lead: Markup | null;
  readonly body: Markup;
  readonly startsPage: boolean;
  /** What the contents page lists below it. */
  readonly entries: readonly { readonly id: string; readonly title: Markup }[];
}

/** A section of its own kind without a line under the title and without entries below it. */
export function section(id: string, title: Markup, body: Markup, options: Partial<Section> = {}): Section {
  return { id, title, body, lead: null, startsPage: false, entries: [], ...options };
}
