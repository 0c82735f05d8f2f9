import { posix } from 'node:path';
import { everyElement } from './tree';
import type { XmlElement } from './tree';

export type Trees = ReadonlyMap<string, XmlElement>;

interface Relationship {
  readonly id: string;
  readonly target: string;
  readonly isOutside: boolean;
}

/** What a file of parts gets wrong about them: ECMA-376-2, clauses 6.2 (parts), 6.5 (relationships) and 7.2 (kinds). */
export function problemsOfPackage(names: readonly string[], trees: Trees): string[] {
  return [...kinds(names, trees), ...ways(names, trees), ...references(trees)];
}

/** Every part has one kind, and every kind that is named has its part. */
function kinds(names: readonly string[], trees: Trees): string[] {
  const types = trees.get('[Content_Types].xml');
  if (types === undefined) return ['There is no [Content_Types].xml.'];
  const of = (name: string, attribute: string): string[] =>
    types.children.filter((child) => child.name === name).map(({ attributes }) => attributes[attribute] ?? '');
  const endings = of('Default', 'Extension');
  const named = of('Override', 'PartName').map((part) => part.slice(1));
  return [
    ...doubled([...endings, ...named]).map((what) => `${what} has two kinds.`),
    ...named.filter((part) => !names.includes(part)).map((part) => `${part} has a kind and is not there.`),
    ...names
      .filter((part) => part !== '[Content_Types].xml' && !named.includes(part))
      .filter((part) => !endings.includes(part.slice(part.lastIndexOf('.') + 1)) || /^word\/[^/]+\.xml$/.test(part))
      .map((part) => `${part} has no kind.`),
  ];
}

/** Every way leads to a part, and every part is led to. */
function ways(names: readonly string[], trees: Trees): string[] {
  const problems: string[] = [];
  const reached = new Set(['[Content_Types].xml']);
  for (const name of names.filter((part) => part.endsWith('.rels'))) {
    reached.add(name);
    const source = sourceOf(name);
    if (source !== '' && !names.includes(source)) problems.push(`${name} is of no part.`);
    const all = relationshipsIn(name, trees);
    problems.push(...doubled(all.map(({ id }) => id)).map((id) => `${name} has ${id} twice.`));
    for (const { id, target, isOutside } of all) {
      if (isOutside) continue;
      if (!names.includes(target)) problems.push(`${id} of ${name} leads to ${target}, which is not there.`);
      reached.add(target);
    }
  }
  return [...problems, ...names.filter((name) => !reached.has(name)).map((name) => `Nothing leads to ${name}.`)];
}

/** Every r:id of a part is among its ways. */
function references(trees: Trees): string[] {
  const problems: string[] = [];
  for (const [name, tree] of trees) {
    if (name.endsWith('.rels')) continue;
    const ids = new Set(relationshipsIn(relsOf(name), trees).map(({ id }) => id));
    for (const element of everyElement(tree)) {
      for (const [attribute, value] of Object.entries(element.attributes)) {
        if (/^r:(id|embed|link|pict|href)$/.test(attribute) && !ids.has(value)) {
          problems.push(`${element.name} of ${name} names ${value}, which leads nowhere.`);
        }
      }
    }
  }
  return problems;
}

function relationshipsIn(name: string, trees: Trees): Relationship[] {
  const base = posix.dirname(sourceOf(name));
  return (trees.get(name)?.children ?? []).map(({ attributes }) => {
    const target = attributes['Target'] ?? '';
    const isOutside = attributes['TargetMode'] === 'External';
    const inside = target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(base, target));
    return { id: attributes['Id'] ?? '', isOutside, target: isOutside ? target : inside };
  });
}

function relsOf(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
}

function sourceOf(rels: string): string {
  // What the whole file leads to.
  if (rels === '_rels/.rels') return '';
  const folder = posix.dirname(posix.dirname(rels));
  const name = posix.basename(rels, '.rels');
  return folder === '.' ? name : posix.join(folder, name);
}

export function doubled(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}
