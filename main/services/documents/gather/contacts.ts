import type { CalendarDate } from '@shared/dates';
import type { RecordOf } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { ContactInDocument, ContactSheet } from '../../../export/compose/models/contacts';
import type { PostInDocument } from '../../../export/document/people';
import { omission } from '../known-numbers';
import type { DocumentSources } from '../sources';
import { aboutTrip } from './about';
import { postsOn } from './posts';
import { organisationsOnTheWay } from './organisations';

export function gatherContacts(
  sources: DocumentSources,
  today: CalendarDate,
  parts: ReadonlySet<string>,
): ContactSheet {
  const ours = parts.has('ours') ? oursOf(sources) : [];
  const theirs = parts.has('theirs') ? theirsOf(sources) : [];
  return { ours, theirs, about: aboutTrip(sources, today) };
}

export function oursOf(sources: DocumentSources): ContactInDocument[] {
  return sources.members.flatMap((member) => {
    const contact = contactOf(sources, member.personId);
    if (contact === undefined) return [];
    sources.printed(member);
    const onTheWay = sources.words.line(member.travelContact);
    // What is left of a number says nothing.
    return [{ ...contact, role: member.role, onTheWay: onTheWay.includes(omission) ? '' : onTheWay }];
  });
}

/** Each person once, at the organisation where the trip meets them. */
function theirsOf(sources: DocumentSources): ContactSheet['theirs'] {
  const seen = new Set<RecordId>();
  return organisationsOnTheWay(sources).flatMap(({ organisation, peopleIds }) => {
    const people = peopleIds
      .filter((id) => !seen.has(id))
      .flatMap((id) => {
        seen.add(id);
        const organisationIds = organisation === null ? [] : [organisation.id];
        return contactOf(sources, id, postsOn(sources, id, organisationIds, sources.trip.firstDay)) ?? [];
      });
    const name = organisation === null ? null : sources.organisationName(organisation.id);
    return people.length === 0 ? [] : [{ organisation: name, people }];
  });
}

function contactOf(
  sources: DocumentSources,
  id: RecordId,
  posts?: readonly PostInDocument[],
): ContactInDocument | undefined {
  const record: RecordOf<'person'> | undefined = sources.live('person', id);
  const person = sources.person(id, posts);
  if (record === undefined || person === undefined) return undefined;
  const { words } = sources;
  return {
    person,
    role: null,
    onTheWay: '',
    phones: words.numbers(record.phones),
    emails: record.emails.map((email) => words.line(email)),
    wechatId: words.numbers([record.wechatId])[0] ?? '',
    assistant: words.line(record.assistant),
  };
}
