import { isCalendarDate } from '@shared/dates';
import { sectors } from '@shared/domain/organisation/schema';
import { searchedKinds } from '@shared/ipc/search-channels';
import { paths } from '../../lib/paths';
import { nothingAsked } from './question';
import type { Question } from './question';

/** The search screen with this question in it. */
export function addressOf(question: Question): string {
  const params = paramsOf(question).toString();
  return params === '' ? paths.search() : `${paths.search()}?${params}`;
}

/** A question as it stands in an address; what is not asked is left out. */
export function paramsOf({ text, kind, tripId, city, sector, from, to }: Question): URLSearchParams {
  const parts = { q: text.trim(), kind, trip: tripId, city, sector, from, to };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value !== null && value !== '') params.set(name, value);
  return params;
}

/** The question of an address; what it says wrongly is left out. */
export function questionOf(params: URLSearchParams): Question {
  const day = (name: string) => {
    const value = params.get(name);
    return value !== null && isCalendarDate(value) ? value : null;
  };
  return {
    ...nothingAsked,
    text: (params.get('q') ?? '').slice(0, 200),
    kind: searchedKinds.find((kind) => kind === params.get('kind')) ?? null,
    tripId: params.get('trip'),
    city: (params.get('city') ?? '').slice(0, 100),
    sector: sectors.find((sector) => sector === params.get('sector')) ?? null,
    from: day('from'),
    to: day('to'),
  };
}
