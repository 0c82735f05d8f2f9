import type { CalendarDate } from '@shared/dates';
import { isClosed } from '@shared/domain/follow-up/rules';
import type { TripSummary } from '../../../export/compose/models/summary';
import type { DocumentSources } from '../sources';
import { aboutTrip } from './about';
import { chaptersOf } from './chapters';
import { figuresOf } from './figures';
import { followUpsOf } from './follow-ups';

/** Only the parts that are wanted are read; the figures count everything. */
export function gatherSummary(sources: DocumentSources, today: CalendarDate, parts: ReadonlySet<string>): TripSummary {
  const { trip, words } = sources;
  const chapters = chaptersOf(sources, [], 'outline');
  const visits = chapters
    .flatMap((chapter) => chapter.visits)
    .sort(
      (one, other) =>
        one.day.localeCompare(other.day) || (one.times?.start ?? '99').localeCompare(other.times?.start ?? '99'),
    )
    .map(({ day, title, organisations, outcome, intention, record }) => ({
      day,
      title,
      organisations,
      words: outcome.trim() === '' ? intention : outcome,
      isWritten: record !== 'unwritten',
    }));
  const all = followUpsOf(sources, today).map(({ printed }) => printed);
  const followUps = all
    .filter((followUp) => !isClosed(followUp))
    .map(({ title, owner, due, isOverdue }) => ({ title, owner, due, isOverdue }));
  const gathered = {
    figures: figuresOf(sources, chapters, all),
    purpose: parts.has('purpose') ? words.open(trip.purpose) : '',
    visits,
    conclusions: parts.has('conclusions') ? words.open(trip.conclusions) : '',
    followUps,
  };
  return { ...gathered, about: aboutTrip(sources, today) };
}
