import { daysLater } from '@shared/dates';
import type { AnyRecord, RecordOf } from '@shared/domain/records';
import { aRecord, day, instant, nextId, time } from './records';
import { aBareTrip, aPerson, threeForms } from './report-trip';

/** A trip to invented enterprises of which everything is known: each is met again and again, by many on both sides. */
export function busyEnterprises(count: number): { trip: RecordOf<'trip'>; records: AnyRecord[] } {
  const first = day('2026-01-15');
  const trip = aBareTrip({ firstDay: first, lastDay: daysLater(first, 13) });
  const ours = Array.from({ length: 6 }, (_, at) =>
    aPerson(`Member Our${String(at)}`, '陳大文', { side: 'ours', honorific: 'mr' }),
  );
  const records: AnyRecord[] = [trip, ...ours];
  for (let which = 0; which < count; which += 1) {
    const name = `示例企業${String(which)}有限公司（樣本）`;
    const enterprise = aRecord('organisation', {
      legalName: threeForms(`Enterprise ${String(which)} Limited (sample)`, name, name),
      city: threeForms('Hangzhou', '杭州', '杭州'),
      profile: 'It makes machines that see, and the programs that they see by. '.repeat(6),
      sectors: ['fintech', 'ai-and-data-science'],
    });
    const theirs = Array.from({ length: 20 }, (_, at) =>
      aPerson(`Host${String(at)} Helen`, '何海倫', { side: 'theirs', honorific: 'ms' }),
    );
    records.push(enterprise, ...theirs);
    for (const person of theirs) {
      const jobTitle = threeForms('Vice President (sample)', '副總裁（樣本）', '副总裁（样本）');
      records.push(
        aRecord('affiliation', { personId: person.id, organisationId: enterprise.id, jobTitle, from: first }),
      );
    }
    for (let visit = 0; visit < 8; visit += 1) {
      const item = aRecord('itinerary-item', {
        tripId: trip.id,
        title: enterprise.legalName,
        day: daysLater(first, visit),
        start: time('09:00'),
        end: time('10:30'),
        kind: 'meeting',
        status: 'confirmed',
        hostOrganisationId: enterprise.id,
        talkingPoints: visit === 0 ? '- Talent\n- Sites\n- Data that crosses the boundary' : '',
      });
      const meeting = aRecord('meeting', {
        tripId: trip.id,
        itineraryItemId: item.id,
        title: enterprise.legalName,
        day: item.day,
        organisationIds: [enterprise.id],
        ourAttendeeIds: ours.map(({ id }) => id),
        theirAttendeeIds: theirs.map(({ id }) => id),
        status: 'complete',
        outcome: 'They will write. 雙方同意三月底前再次會面，商討在港設立研發中心。 '.repeat(20),
        intention: 'A regional headquarters',
      });
      const markdown = '[ask] a laboratory that buyers in Europe accept\n\n[theirs] the list by Friday';
      records.push(
        item,
        meeting,
        aRecord('note', {
          meetingId: meeting.id,
          blocks: [
            { id: nextId(), authorId: ours[0]?.id ?? '', begunAt: instant('2026-01-20T01:00:00.000Z'), markdown },
          ],
        }),
        aRecord('follow-up', {
          tripId: trip.id,
          meetingId: meeting.id,
          organisationId: enterprise.id,
          title: `Write to them about the ${String(visit)}th point`,
          ownerId: ours[visit % 6]?.id ?? null,
          due: daysLater(first, visit + 30),
        }),
      );
    }
  }
  return { trip, records };
}
