import type { CalendarDate } from '@shared/dates';
import type { LocalisedText, RecordId } from '@shared/domain/values';
import type { PostInDocument } from '../../../export/document/people';
import type { DocumentSources } from '../sources';

/**
 * The posts a person held that day at the organisations met; when there is none, the primary post elsewhere, or any.
 * The organisation is named unless it is the only one that was met; a post at one that is withheld would seem to be held
 * where the person was met, and is left out.
 */
export function postsOn(
  sources: DocumentSources,
  personId: RecordId,
  organisationIds: readonly RecordId[],
  day: CalendarDate,
): PostInDocument[] {
  const held = sources
    .naming('affiliation', 'personId', personId, (post) => (post.from ?? '') <= day && (post.to ?? '9999') >= day)
    .filter((post) => !sources.isWithheld('organisation', post.organisationId))
    .sort(
      (one, other) =>
        Number(other.isPrimary) - Number(one.isPrimary) ||
        (other.from ?? '').localeCompare(one.from ?? '') ||
        one.id.localeCompare(other.id),
    );
  const here = held.filter((post) => organisationIds.includes(post.organisationId));
  const isOnlyOne = organisationIds.length === 1;
  return (here.length > 0 ? here : held.slice(0, 1)).map((post) => {
    sources.printed(post);
    const goesWithoutSaying = isOnlyOne && here.length > 0;
    const organisation: LocalisedText | null = goesWithoutSaying ? null : sources.organisationName(post.organisationId);
    return { title: sources.words.title(post.jobTitle), organisation };
  });
}
