import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { paramsOf, questionOf } from '@renderer/features/search/address';
import { sectors } from '@shared/domain/organisation/schema';
import { searchedKinds } from '@shared/ipc/search-channels';
import { day } from '../../../../builders/records';

const days = fc.constantFrom(null, day('2026-02-26'), day('2027-12-31'));

describe('the address of a search', () => {
  it('asks the very same when it is read again', () => {
    const questions = fc.record({
      text: fc.string({ maxLength: 100, unit: 'grapheme' }).map((text) => text.trim()),
      kind: fc.constantFrom(null, ...searchedKinds),
      tripId: fc.option(fc.uuid()),
      city: fc.constantFrom('', '深圳', 'Hong Kong & more=?#'),
      sector: fc.constantFrom(null, ...sectors),
      from: days,
      to: days,
    });
    fc.assert(
      fc.property(questions, (question) => {
        const address = paramsOf(question).toString();
        expect(questionOf(new URLSearchParams(address))).toEqual(question);
      }),
    );
  });

  it('leaves out what it says wrongly', () => {
    expect(questionOf(new URLSearchParams('q=a&kind=nonsense&sector=nonsense&from=2026-02-30'))).toMatchObject({
      text: 'a',
      kind: null,
      sector: null,
      from: null,
    });
  });
});
