import sampleTrip from '../../assets/sample/hangzhou-shenzhen.json';
import { chinaTime, daysLater, wallClockAt } from '@shared/dates';
import type { RecordId } from '@shared/domain/values';
import type { Result } from '@shared/result';
import { intend } from './context';
import type { ServiceContext } from './context';
import { createOfficer } from './officer';
import { plant, seedSchema, todayHere } from './plant';

/** The trip that a newcomer explores: it began yesterday, so that today lies in the middle of it. */
export function plantSampleTrip(context: ServiceContext, officerName: string): Promise<Result<{ tripId: RecordId }>> {
  const now = context.now();
  return context.store.transact(intend(context, 'import', 'trip'), (tx) => {
    createOfficer(tx, context.me(), officerName);
    const ids = plant(tx, seedSchema.parse(sampleTrip), {
      // The day of the programme is the day where it happens, whatever this computer's calendar shows.
      firstDay: daysLater(wallClockAt(now, chinaTime).day, -1),
      today: todayHere(now),
      now,
      me: context.me(),
      newId: context.newId,
    });
    const tripId = ids.get('trip');
    if (tripId === undefined) throw new Error('The sample holds no trip.');
    return { tripId };
  });
}
