import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inOrder, inOrderOfTime, placeAt } from '@renderer/features/files/order';
import type { Attachment } from '@shared/domain/attachment/schema';
import { instant, aRecord } from '../../../../builders/records';

function aFile(name: string, position: number, takenAt: string | null = null): Attachment {
  return aRecord('attachment', {
    sha256: 'a'.repeat(64),
    name,
    size: 1,
    position,
    takenAt: takenAt === null ? null : instant(takenAt),
  });
}

describe('the order of files', () => {
  it('puts what is moved where it is put, or says that there is no number left for it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { maxLength: 10 }),
        fc.nat(10),
        (positions, at) => {
          const others = inOrder(positions.map((position, index) => aFile(String(index), position)));
          const index = Math.min(at, others.length);
          const position = placeAt(others, index);
          if (position === null) return;
          const moved = aFile('moved', position);
          expect(inOrder([...others, moved]).indexOf(moved)).toBe(index);
        },
      ),
    );
  });

  it('by time puts those that do not tell theirs last', () => {
    const files = [
      aFile('b', 1, '2026-03-02T02:00:00.000Z'),
      aFile('none', 2),
      aFile('a', 3, '2026-03-02T01:00:00.000Z'),
    ];
    expect(inOrderOfTime(files).map(({ name }) => name)).toEqual(['a', 'b', 'none']);
  });
});
