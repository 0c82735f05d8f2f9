import { canonicalJson, isSameJson } from '@shared/canonical-json';
import { issuesInRecord, recordTypes } from '@shared/domain/records';
import type { Body } from '@shared/domain/revision';
import { mergedText, textOf } from './text';
import { kindOf } from './ways';
import type { Way, Ways } from './ways';

/** Something that two sides say differently, neither of which follows from the other. */
export interface Dispute {
  /** The field, and the parts within it by their names and ids: `title`, `blocks/<id>/text`. */
  readonly path: string;
  readonly way: Way['kind'];
  /** What both began with; undefined when it was not there, or when nobody knows. */
  readonly base: unknown;
  readonly one: unknown;
  readonly other: unknown;
}

/** What a disputed place is to say; null when nobody has decided. */
export type Decide = (dispute: Dispute) => { readonly value: unknown } | null;

export interface MergedBody {
  /** Where something is disputed and not decided it says what the one side says. */
  readonly body: Body;
  readonly disputes: readonly Dispute[];
}

/** Not there, which is something else than null. */
const nothing = undefined;

/** What no person is asked about: it follows from both sides alone. */
const byRule: Readonly<Record<string, (one: Body, other: Body) => unknown>> = {
  // The earlier of two: what went to the Trash together has the same moment, on both devices.
  createdAt: (one, other) => lesserOf(one['createdAt'], other['createdAt']),
  createdBy: (one, other) => lesserOf(one['createdBy'], other['createdBy']),
  updatedAt: (one, other) => laterOf(one, other)['updatedAt'],
  updatedBy: (one, other) => laterOf(one, other)['updatedBy'],
};

/**
 * Merges two states of a record that were one, field by field. `base` null: nobody knows what they were. Swapping the
 * sides changes nothing but the sides of disputes. A kind, or a shape of a kind, that this version does not know is
 * disputed as a whole, for what its fields mean is not known either.
 */
export function mergedBody(
  type: string,
  base: Body | null,
  one: Body,
  other: Body,
  decide: Decide = () => null,
): MergedBody {
  const disputes: Dispute[] = [];
  const decisions: unknown[] = [];
  const judge = (dispute: Dispute): unknown => {
    const decided = decide(dispute);
    if (decided !== null) decisions.push(decided.value);
    if (decided !== null) return decided.value;
    disputes.push(dispute);
    return dispute.one;
  };
  const kind = kindOf(type);
  const isKnown = kind !== undefined && one['schema'] === kind.schema && other['schema'] === kind.schema;
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  const groups = isKnown ? groupsOf(names, kind.together) : names.map((name) => [name]);
  const merged: Record<string, unknown> = {};
  for (const group of groups) {
    for (const [name, value] of mergedGroup(group, { base, one, other, ways: isKnown ? kind.ways : {}, judge })) {
      if (value !== nothing) merged[name] = value;
    }
  }
  for (const [name, rule] of Object.entries(byRule)) if (name in merged) merged[name] = rule(one, other);
  if (disputes.length + decisions.length > 0 || !isKnown || isValid(type, merged)) return { body: merged, disputes };
  // Together they would make what no form accepts: each field that differs is asked for as a whole.
  const chosen = { ...merged };
  for (const dispute of differences(groups, one, other)) chosen[dispute.path] = judge(dispute);
  return { body: chosen, disputes };
}

interface Sides {
  readonly base: Body | null;
  readonly one: Body;
  readonly other: Body;
  readonly ways: Ways;
  readonly judge: (dispute: Dispute) => unknown;
}

/** Fields that say one thing together are merged together, all others each by itself. */
function groupsOf(names: readonly string[], together: readonly (readonly string[])[]): (readonly string[])[] {
  const grouped = new Set(together.flat());
  const alone = names.filter((name) => !grouped.has(name)).map((name) => [name]);
  return [...alone, ...together.map((group) => group.filter((name) => names.includes(name)))];
}

function mergedGroup(group: readonly string[], sides: Sides): [string, unknown][] {
  const { base, one, other, ways, judge } = sides;
  const [first] = group;
  if (group.length === 1 && first !== undefined) {
    if (first in byRule) return [[first, one[first] ?? other[first]]];
    if (first === 'deletedAt') return [[first, mergedTrash(sides)]];
    const at = { base: base?.[first], one: one[first], other: other[first], isBased: base !== null };
    return [[first, mergedValue(first, ways[first] ?? { kind: 'whole' }, at, judge)]];
  }
  const [was, mine, theirs] = [base, one, other].map((body) => group.map((name) => body?.[name]));
  const side = base === null ? null : sideTaken(was, mine, theirs);
  if (side === null && !isSameJson(mine, theirs)) {
    return group.map((name) => {
      const dispute: Dispute = { path: name, way: 'whole', base: base?.[name], one: one[name], other: other[name] };
      // What is the same on both sides is shown nowhere, but taken from either.
      return [name, isSameJson(dispute.one, dispute.other) ? dispute.one : judge(dispute)];
    });
  }
  return group.map((name) => [name, (side === 'other' ? other : one)[name]]);
}

/** One is in the Trash: then whatever else was changed on the other side was not seen by the one who put it there. */
function mergedTrash({ base, one, other, judge }: Sides): unknown {
  const [was, mine, theirs] = [base, one, other].map((body) => body?.['deletedAt'] ?? null);
  if (isSameJson(mine, theirs)) return mine;
  if (mine !== null && theirs !== null && base !== null && was === null) return lesserOf(mine, theirs);
  const dispute: Dispute = { path: 'deletedAt', way: 'whole', base: was, one: mine, other: theirs };
  const side = base === null ? null : sideTaken(was, mine, theirs);
  if (base === null || side === null) return judge(dispute);
  const [moved, stayer] = side === 'one' ? [mine, other] : [theirs, one];
  // What comes out of the Trash hides nothing.
  return moved === null || isSameContent(base, stayer) ? moved : judge(dispute);
}

function isSameContent(one: Body, other: Body): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => name in byRule || isSameJson(one[name], other[name]));
}

interface Values {
  readonly base: unknown;
  readonly one: unknown;
  readonly other: unknown;
  /** Whether it is known what both began with. */
  readonly isBased: boolean;
}

/** Which side is the only one that changed something; null when both did. */
function sideTaken(base: unknown, one: unknown, other: unknown): 'one' | 'other' | null {
  if (isSameJson(base, one)) return 'other';
  return isSameJson(base, other) ? 'one' : null;
}

function mergedValue(path: string, way: Way, values: Values, judge: Sides['judge']): unknown {
  const { base, one, other, isBased } = values;
  if (isSameJson(one, other)) return one;
  const side = isBased ? sideTaken(base, one, other) : null;
  if (side !== null) return side === 'one' ? one : other;
  const dispute: Dispute = { path, way: way.kind, base, one, other };
  switch (way.kind) {
    case 'text':
      return typeof one === 'string' && typeof other === 'string' && isBased && isText(base)
        ? (mergedLines(base ?? '', one, other) ?? judge(dispute))
        : judge(dispute);
    case 'parts':
      return isObject(one) && isObject(other) && (base === null || base === nothing || isObject(base))
        ? mergedParts(path, way.parts, { base: base ?? nothing, one, other, isBased: isBased && isObject(base) }, judge)
        : judge(dispute);
    case 'set':
      return isList(one) && isList(other) && isBased && isList(base) ? mergedSet(base, one, other) : judge(dispute);
    case 'list':
      return isList(one) && isList(other) && isBased && isList(base)
        ? (mergedList(base, one, other) ?? judge(dispute))
        : judge(dispute);
    case 'things':
      return isThings(one) && isThings(other) && (!isBased || isThings(base))
        ? mergedThings(path, way.parts, { base: isThings(base) ? base : null, one, other }, judge)
        : judge(dispute);
    case 'whole':
    case 'line':
      return judge(dispute);
  }
}

function mergedLines(base: string, one: string, other: string): string | null {
  const stretches = mergedText(base, one, other);
  if (stretches.some(({ kind }) => kind === 'disputed')) return null;
  return textOf(stretches.flatMap((stretch) => (stretch.kind === 'agreed' ? stretch.lines : [])));
}

function mergedParts(
  path: string,
  parts: Ways,
  { base, one, other, isBased }: Values & { readonly one: Fields; readonly other: Fields },
  judge: Sides['judge'],
): Fields {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const merged: Record<string, unknown> = {};
  for (const name of names) {
    const was = isObject(base) ? base[name] : nothing;
    const values = { base: was, one: one[name], other: other[name], isBased };
    const value = mergedValue(`${path}/${name}`, parts[name] ?? { kind: 'whole' }, values, judge);
    if (value !== nothing) merged[name] = value;
  }
  return merged;
}

function mergedSet(base: readonly unknown[], one: readonly unknown[], other: readonly unknown[]): unknown[] {
  const [was, mine, theirs] = [base, one, other].map((list) => new Set(list.map(canonicalJson)));
  const all = [...new Set([...base, ...one, ...other].map(canonicalJson))];
  const kept = all.filter((each) =>
    was?.has(each) === true ? mine?.has(each) === true && theirs?.has(each) === true : true,
  );
  // In an order that depends on the values alone, after those that both began with.
  const added = kept.filter((each) => was?.has(each) !== true).sort();
  return [...kept.filter((each) => was?.has(each) === true), ...added].map((text) => JSON.parse(text) as unknown);
}

/** Values in an order, each at most once; null when both sides put them into another order. */
function mergedList(base: readonly unknown[], one: readonly unknown[], other: readonly unknown[]): unknown[] | null {
  const [was, mine, theirs] = [base.map(canonicalJson), one.map(canonicalJson), other.map(canonicalJson)] as const;
  const order = mergedOrder(was, mine, theirs);
  return order === null || [mine, theirs].some((list) => new Set(list).size < list.length)
    ? null
    : order.map((text) => JSON.parse(text) as unknown);
}

/** What both sides kept and what either added; null when both changed the order of what they had in common. */
function mergedOrder(base: readonly string[], one: readonly string[], other: readonly string[]): string[] | null {
  const [was, mine, theirs] = [new Set(base), new Set(one), new Set(other)];
  const stays = (name: string): boolean => !was.has(name) || (mine.has(name) && theirs.has(name));
  const ofBoth = (list: readonly string[]): string[] => list.filter((name) => mine.has(name) && theirs.has(name));
  const asBefore = ofBoth(base);
  const side = sideTaken(asBefore, ofBoth(one), ofBoth(other));
  if (side === null && !isSameJson(ofBoth(one), ofBoth(other))) return null;
  const [leading, following] = side === 'other' ? [other, one] : [one, other];
  const order = leading.filter(stays);
  const there = new Set(order);
  // What only the other side has comes after what stands before it there.
  const [low, high] = [following.filter((name) => stays(name) && !there.has(name)), order];
  for (const name of low) {
    const at = following.indexOf(name);
    const before = following.slice(0, at).findLast((each) => there.has(each));
    let place = before === undefined ? 0 : high.indexOf(before) + 1;
    // What both put at one point stands in an order that depends on the names alone.
    while (place < high.length && isOnlyOf(high[place], leading, was, theirs, mine) && (high[place] ?? '') < name) {
      place += 1;
    }
    high.splice(place, 0, name);
    there.add(name);
  }
  return high;
}

function isOnlyOf(
  name: string | undefined,
  leading: readonly string[],
  was: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
  mine: ReadonlySet<string>,
): boolean {
  if (name === undefined || was.has(name) || (theirs.has(name) && mine.has(name))) return false;
  return leading.includes(name);
}

type Fields = Readonly<Record<string, unknown>>;
type Thing = Fields & { readonly id: string };

function mergedThings(
  path: string,
  parts: Ways,
  { base, one, other }: { base: readonly Thing[] | null; one: readonly Thing[]; other: readonly Thing[] },
  judge: Sides['judge'],
): Thing[] {
  const [was, mine, theirs] = [base ?? [], one, other].map((things) => new Map(things.map((each) => [each.id, each])));
  const merged = new Map<string, Thing | undefined>();
  for (const id of new Set([...one, ...other].map((each) => each.id))) {
    const values = { base: was?.get(id), one: mine?.get(id), other: theirs?.get(id) };
    merged.set(id, mergedThing(`${path}/${id}`, parts, { ...values, isBased: base !== null }, judge));
  }
  const ids = (things: readonly Thing[] | null): string[] => (things ?? []).map(({ id }) => id);
  const kept = (list: string[]): string[] => list.filter((id) => merged.get(id) !== undefined);
  // The order of things is nobody's sentence: where both changed it, one of the two is taken, the same on both devices.
  const order =
    mergedOrder(kept(ids(base)), kept(ids(one)), kept(ids(other))) ??
    (canonicalJson(ids(one)) < canonicalJson(ids(other)) ? ids(one) : ids(other));
  const rest = [...merged.keys()].filter((id) => !order.includes(id)).sort();
  return [...order, ...rest].flatMap((id) => merged.get(id) ?? []);
}

function mergedThing(
  path: string,
  parts: Ways,
  values: { base: Thing | undefined; one: Thing | undefined; other: Thing | undefined; isBased: boolean },
  judge: Sides['judge'],
): Thing | undefined {
  const { base, one, other, isBased } = values;
  if (isSameJson(one, other)) return one;
  if (base !== undefined && isSameJson(base, one)) return other;
  if (base !== undefined && isSameJson(base, other)) return one;
  // Only one side has it: it is new there. Or the other took it away without having seen how it reads now.
  if (one === undefined || other === undefined) {
    if (base === undefined) return one ?? other;
    return judge({ path, way: 'whole', base, one, other }) as Thing | undefined;
  }
  const merged = mergedParts(path, parts, { base, one, other, isBased: isBased && base !== undefined }, judge);
  return { ...merged, id: one.id };
}

/** What the sides say differently, each field as a whole. */
function differences(groups: readonly (readonly string[])[], one: Body, other: Body): Dispute[] {
  return groups
    .flat()
    .filter((name) => !(name in byRule) && !isSameJson(one[name], other[name]))
    .map((path) => ({ path, way: 'whole', base: nothing, one: one[path], other: other[path] }));
}

function isValid(type: string, body: Body): boolean {
  const known = recordTypes.find((each) => each === type);
  // A revision is named after what it says, so it has no name yet; any will do for the question.
  return known === undefined || issuesInRecord(known, { ...body, revision: `1-${'0'.repeat(32)}` }).length === 0;
}

function isText(value: unknown): value is string | null | undefined {
  return typeof value === 'string' || value === null || value === nothing;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isThings(value: unknown): value is readonly Thing[] {
  return isList(value) && value.every((each) => isObject(each) && typeof each['id'] === 'string');
}

function lesserOf(one: unknown, other: unknown): unknown {
  return String(one) < String(other) ? one : other;
}

function laterOf(one: Body, other: Body): Body {
  const moment = (body: Body): string => `${String(body['updatedAt'])} ${String(body['updatedBy'])}`;
  return moment(one) > moment(other) ? one : other;
}
