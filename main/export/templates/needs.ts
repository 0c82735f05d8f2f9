import type { ReportNeed } from '../compose/models/report';
import type { Piece } from './read';

const ofWords: Readonly<Record<string, readonly ReportNeed[]>> = {
  head: ['head'],
  headPost: ['head'],
  purpose: ['purpose'],
  observations: ['observations'],
  conclusions: ['conclusions'],
  visitCount: ['outline'],
  organisationCount: ['outline'],
  peopleMetCount: ['outline'],
  memberCount: ['delegation'],
  followUpCount: ['follow-ups'],
};

const ofLists: Readonly<Record<string, readonly ReportNeed[]>> = {
  objectives: ['purpose'],
  delegation: ['delegation'],
  programme: ['programme'],
  visits: ['outline'],
  followUps: ['follow-ups'],
};

const ofParts: Readonly<Record<string, readonly ReportNeed[]>> = {
  // It begins with the trip in figures.
  purpose: ['purpose', 'outline', 'follow-ups'],
  delegation: ['delegation'],
  programme: ['programme'],
  visits: ['visits', 'follow-ups'],
  visit: ['visits', 'follow-ups'],
  discussion: ['visits'],
  observations: ['observations'],
  conclusions: ['conclusions'],
  photographs: ['photographs'],
  'follow-ups': ['follow-ups'],
  charts: ['charts', 'outline'],
  pipeline: ['pipeline'],
  accounts: ['accounts'],
  annexes: ['annexes'],
};

/**
 * What a template says of a trip: of all else nothing is read. A name that is also one of an inner list's may ask for more
 * than is said; never for less.
 */
export function needsOf(pieces: readonly Piece[]): ReadonlySet<ReportNeed> {
  const needs = new Set<ReportNeed>();
  const take = (all: readonly Piece[]): void => {
    for (const piece of all) {
      if (piece.kind === 'text') continue;
      const tables = piece.kind === 'part' ? [ofParts] : piece.kind === 'field' ? [ofWords] : [ofWords, ofLists];
      for (const table of tables) {
        // `constructor` is a name like any other, and not there.
        if (Object.hasOwn(table, piece.name)) for (const need of table[piece.name] ?? []) needs.add(need);
      }
      if (piece.kind === 'section') take(piece.pieces);
    }
  };
  take(pieces);
  return needs;
}
