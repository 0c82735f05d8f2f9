import type { Parcel } from '../../../main/sync/peer';

/** Keys, revisions and leaves by a number and a letter. */
export function keyOf(nth: number): string {
  return `note:00000000-0000-4000-8000-${nth.toString(16).padStart(12, '0')}`;
}

export function revOf(generation: number, letter: string): string {
  return `${generation}-${letter.repeat(32)}`;
}

export function live(nth: number, letter: string, title = `Note ${nth} (sample)`): Parcel {
  const body = { type: 'note', title, said: letter };
  return { key: keyOf(nth), rev: revOf(1, letter), ancestors: [], content: { kind: 'live', body } };
}
