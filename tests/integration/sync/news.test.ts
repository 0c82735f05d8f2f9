import { afterEach, describe, expect, it } from '@jest/globals';
import { News } from '@main/services/sync/news';
import { success } from '@shared/result';
import { day, english, time } from '../../builders/records';
import { valueOf } from '../../builders/result';
import { Faults } from '../../support/sync/faults';
import { Laptop, putLaptopsAway } from '../../support/sync/laptop';
import { SimulatedPeer } from '../../support/sync/simulated-peer';

afterEach(putLaptopsAway);

function newsOn(laptop: Laptop): News {
  let places: Record<string, string> = {};
  const get = (): never => ({ meId: null, places, drafts: [] }) as never;
  return new News(laptop.context, laptop.opened.branches, {
    get,
    update: (change) => {
      places = change(get()).places ?? places;
      return Promise.resolve(success(get()));
    },
  });
}

describe('what colleagues changed since one last looked', () => {
  it('is told of a trip and of all that belongs to it, by the order in which it came', async () => {
    const peer = new SimulatedPeer(new Faults());
    const [here, there] = [await Laptop.begin('here'), await Laptop.begin('there')];
    const news = newsOn(here);
    const [tripId, itemId] = valueOf(
      await here.opened.store.transact(here.intent, (tx) => {
        const trip = tx.create('trip', {
          ...{ title: english('Shenzhen (sample)'), firstDay: day('2026-02-24'), lastDay: day('2026-02-25') },
        });
        const item = tx.create('itinerary-item', {
          ...{ tripId: trip.id, title: english('Visit (sample)'), day: day('2026-02-24') },
          ...{ start: time('09:00'), end: time('10:00') },
        });
        return [trip.id, item.id] as const;
      }),
    );
    const trip = { type: 'trip', id: tripId } as const;
    expect(news.about(trip).count).toBe(0);
    for (const each of [here, there]) await each.sync(peer);

    // A clock ten years behind is no reason not to be told.
    there.now = '2016-01-01T00:00:00.000Z' as typeof there.now;
    valueOf(
      await there.opened.store.transact(there.intent, (tx) => {
        tx.update('itinerary-item', itemId, { title: english('Visit at ten (sample)') });
        return tx.create('note', { tripId });
      }),
    );
    for (const each of [there, here]) await each.sync(peer);
    const { count, changes } = news.about(trip);
    expect(count).toBe(2);
    expect(changes.map(({ type, became }) => [type, became]).sort()).toEqual([
      ['itinerary-item', 'changed'],
      ['note', 'added'],
    ]);
    expect(news.about({ type: 'itinerary-item', id: itemId }).count).toBe(1);

    valueOf(await news.looked(trip));
    expect(news.about(trip).count).toBe(0);
    valueOf(await there.opened.store.transact(there.intent, (tx) => tx.trash('itinerary-item', itemId)));
    for (const each of [there, here]) await each.sync(peer);
    expect(news.about(trip).changes).toMatchObject([{ id: itemId, became: 'trashed', subject: trip }]);
  });
});
