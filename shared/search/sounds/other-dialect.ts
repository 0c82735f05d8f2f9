import { nameCharacters } from '../tables/name-characters';
import { cantoneseReadings, mandarinReadings } from './readings';
import type { SyllableId } from './spellings';

type Dialect = 'mandarin' | 'cantonese';

let made: Readonly<Record<Dialect, ReadonlyMap<SyllableId, readonly SyllableId[]>>> | undefined;

/** What syllables of one way of speaking are in the other, in the characters that names are made of. */
export function otherDialect(from: Dialect, ids: readonly SyllableId[]): readonly SyllableId[] {
  made ??= makeTables();
  const table = made[from];
  return [...new Set(ids.flatMap((id) => table.get(id) ?? []))].sort((one, other) => one - other);
}

function makeTables(): Readonly<Record<Dialect, Map<SyllableId, SyllableId[]>>> {
  const tables = { mandarin: new Map<SyllableId, SyllableId[]>(), cantonese: new Map<SyllableId, SyllableId[]>() };
  for (const character of new Set(nameCharacters)) {
    const mandarin = mandarinReadings(character)[0] ?? [];
    const cantonese = cantoneseReadings(character)[0] ?? [];
    const [first] = mandarin;
    const [other] = cantonese;
    if (first === undefined || other === undefined) continue;
    for (const id of mandarin.slice(0, 2)) add(tables.mandarin, id, other);
    for (const id of cantonese.slice(0, 2)) add(tables.cantonese, id, first);
  }
  return tables;
}

function add(table: Map<SyllableId, SyllableId[]>, from: SyllableId, to: SyllableId): void {
  const known = table.get(from);
  if (known === undefined) table.set(from, [to]);
  else if (!known.includes(to)) known.push(to);
}
