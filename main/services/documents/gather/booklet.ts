import type { CalendarDate, TimeZone } from '@shared/dates';
import type { RecordOf } from '@shared/domain/records';
import type { RecordId } from '@shared/domain/values';
import type { BookletItem, ProgrammeBooklet } from '../../../export/compose/models/booklet';
import type { DocumentSources } from '../sources';
import { aboutTrip } from './about';
import { mainZoneOf } from './clock';
import { oursOf } from './contacts';
import { delegationOf } from './delegation';
import { postsOn } from './posts';
import { byDays, programmeItem } from './programme';

type Item = RecordOf<'itinerary-item'>;

/** The programme of everybody, or what one member attends: an item that names nobody is everybody's. */
export function gatherBooklet(
  sources: DocumentSources,
  today: CalendarDate,
  personId: RecordId | null,
  parts: ReadonlySet<string>,
): ProgrammeBooklet {
  const zone = mainZoneOf(sources);
  const bearer = sources.holder(personId);
  const attended = sources.items.filter((item) => bearer === null || personId === null || attends(item, personId));
  const kept = attended.filter((item) => item.status !== 'cancelled');
  const gathered = {
    bearer,
    delegation: parts.has('delegation') ? delegationOf(sources) : [],
    days: parts.has('programme') ? byDays(sources, kept, (item) => bookletItem(sources, item, zone)) : [],
    cancelled: attended.length - kept.length,
    contacts: parts.has('contacts') ? phonesOf(sources) : [],
  };
  return { ...gathered, about: aboutTrip(sources, today) };
}

function attends(item: Item, personId: RecordId): boolean {
  return item.participantIds.length === 0 || item.participantIds.includes(personId) || item.interpreterId === personId;
}

/** The page of the delegation's numbers is for the delegation alone. */
function phonesOf(sources: DocumentSources): ProgrammeBooklet['contacts'] {
  const ours = oursOf(sources);
  return sources.words.isExternal ? [] : ours;
}

function bookletItem(sources: DocumentSources, item: Item, zone: TimeZone): BookletItem {
  const { words } = sources;
  const { transport, ...rest } = programmeItem(sources, item, zone);
  const hostIds = item.hostOrganisationId === null ? [] : [item.hostOrganisationId];
  return {
    ...rest,
    transport:
      transport === null || item.transport === null
        ? null
        : {
            ...transport,
            seat: words.line(item.transport.seat),
            booking: words.line(item.transport.bookingReference),
          },
    address: words.title(item.address),
    hosts: item.hostContactIds
      .map((id) => sources.person(id, postsOn(sources, id, hostIds, item.day)))
      .filter((person) => person !== undefined),
    interpreter: sources.person(item.interpreterId) ?? null,
    dress: words.line(item.dress),
    gifts: words.line(item.gifts),
    runningOrder: words.open(item.runningOrder),
  };
}
