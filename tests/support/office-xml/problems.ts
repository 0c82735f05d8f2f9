import { firsts, orders } from './orders';
import { doubled, problemsOfPackage } from './package';
import type { Trees } from './package';
import { everyElement, treeOf } from './tree';
import type { XmlElement } from './tree';

/** Everything that a Word file gets wrong, in words; nothing, of one that Word opens without a question. */
export function problemsOfWord(parts: ReadonlyMap<string, Buffer>): string[] {
  const trees = new Map<string, XmlElement>();
  const broken: string[] = [];
  for (const [name, bytes] of parts) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const xml = bytes.toString('utf8');
    try {
      if (!/^<\?xml version="1\.0" encoding="UTF-8"/.test(xml)) broken.push(`${name} does not say how it is written.`);
      trees.set(name, treeOf(xml));
    } catch (cause) {
      broken.push(`${name} is no XML: ${String(cause)}`);
    }
  }
  return [
    ...broken,
    ...problemsOfPackage([...parts.keys()], trees),
    ...[...trees].filter(([name]) => name.startsWith('word/')).flatMap(([name, tree]) => orderProblems(name, tree)),
    ...styleProblems(trees),
    ...numberProblems(trees),
    ...idProblems(trees),
    ...[...trees].flatMap(([name, tree]) => [...tableProblems(name, tree), ...fieldProblems(name, tree)]),
  ];
}

function orderProblems(name: string, tree: XmlElement): string[] {
  const problems: string[] = [];
  for (const element of everyElement(tree)) {
    const order = orders[element.name];
    const inner = element.children.map((child) => child.name).filter((child) => child.startsWith('w:') || order);
    const first = firsts[element.name];
    if (first !== undefined && inner.indexOf(first) > 0) problems.push(`${name}: ${first} is not first.`);
    if (order === undefined) continue;
    const own = inner.filter((child) => !/^w1[0-9]:|^mc:/.test(child));
    const unknown = own.filter((child) => !order.includes(child));
    if (unknown.length > 0) problems.push(`${name}: ${element.name} holds ${unknown.join(', ')}.`);
    const places = own.map((child) => order.indexOf(child));
    if (places.some((place, at) => place < (places[at - 1] ?? 0))) {
      problems.push(`${name}: ${element.name} holds ${own.join(', ')} in this order.`);
    }
    const many = ['w:tr', 'w:tc', 'w:style', 'w:abstractNum', 'w:num', 'w:lvl', 'w:lvlOverride', 'w:tblStylePr'];
    const often = [...many, 'w:headerReference', 'w:footerReference'];
    for (const twice of doubled(own.filter((child) => !often.includes(child)))) {
      problems.push(`${name}: ${element.name} holds ${twice} twice.`);
    }
  }
  return problems;
}

function all(trees: Trees, name: string): XmlElement[] {
  return [...trees.values()].flatMap((tree) => [...everyElement(tree)].filter((element) => element.name === name));
}

function valuesOf(trees: Trees, name: string, attribute = 'w:val'): string[] {
  return all(trees, name).map(({ attributes }) => attributes[attribute] ?? '');
}

function styleProblems(trees: Trees): string[] {
  const styles = all(trees, 'w:style');
  const ids = styles.map(({ attributes }) => attributes['w:styleId'] ?? '');
  const used = ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link'].flatMap((name) =>
    valuesOf(trees, name),
  );
  const defaults = styles.filter(({ attributes }) => /^(1|true|on)$/.test(attributes['w:default'] ?? ''));
  return [
    ...doubled(ids).map((id) => `The style ${id} is there twice.`),
    ...doubled(defaults.map(({ attributes }) => attributes['w:type'] ?? '')).map(
      (type) => `Two ${type} styles are usual.`,
    ),
    ...[...new Set(used)].filter((id) => !ids.includes(id)).map((id) => `There is no style ${id}.`),
  ];
}

function numberProblems(trees: Trees): string[] {
  const numbers = valuesOf(trees, 'w:num', 'w:numId');
  const kinds = valuesOf(trees, 'w:abstractNum', 'w:abstractNumId');
  const used = valuesOf(trees, 'w:numId');
  return [
    ...doubled(numbers).map((id) => `The list ${id} is there twice.`),
    ...doubled(kinds).map((id) => `The kind of list ${id} is there twice.`),
    ...[...new Set(used)].filter((id) => id !== '0' && !numbers.includes(id)).map((id) => `There is no list ${id}.`),
    ...valuesOf(trees, 'w:abstractNumId')
      .filter((id) => !kinds.includes(id))
      .map((id) => `There is no kind of list ${id}.`),
    ...valuesOf(trees, 'w:ilvl')
      .filter((depth) => !/^[0-8]$/.test(depth))
      .map((depth) => `A list is ${depth} deep.`),
  ];
}

function idProblems(trees: Trees): string[] {
  const starts = all(trees, 'w:bookmarkStart');
  const names = starts.map(({ attributes }) => attributes['w:name'] ?? '');
  const ids = starts.map(({ attributes }) => attributes['w:id'] ?? '');
  const ends = valuesOf(trees, 'w:bookmarkEnd', 'w:id');
  const led = [
    ...valuesOf(trees, 'w:hyperlink', 'w:anchor').filter((anchor) => anchor !== ''),
    ...all(trees, 'w:instrText').flatMap(({ text }) => /PAGEREF (\S+)/.exec(text)?.[1] ?? []),
  ];
  return [
    ...doubled(valuesOf(trees, 'wp:docPr', 'id')).map((id) => `Two drawings have the number ${id}.`),
    ...doubled(ids).map((id) => `Two bookmarks have the number ${id}.`),
    ...doubled(names).map((name) => `Two bookmarks are called ${name}.`),
    ...ids.filter((id) => !ends.includes(id)).map((id) => `The bookmark ${id} does not end.`),
    ...ends.filter((id) => !ids.includes(id)).map((id) => `The bookmark ${id} does not begin.`),
    ...[...new Set(led)].filter((name) => !names.includes(name)).map((name) => `There is no bookmark ${name}.`),
    ...all(trees, 'wp:extent')
      .filter(({ attributes }) => !(Number(attributes['cx']) > 0 && Number(attributes['cy']) > 0))
      .map(() => 'A drawing has no size.'),
  ];
}

/** Rows are as wide as their table, heads stand at its head, and cells end with a paragraph: 17.4.65. */
function tableProblems(name: string, tree: XmlElement): string[] {
  const problems: string[] = [];
  for (const table of everyElement(tree)) {
    if (table.name !== 'w:tbl') continue;
    const columns = table.children.find((child) => child.name === 'w:tblGrid')?.children.length ?? 0;
    const rows = table.children.filter((child) => child.name === 'w:tr');
    if (rows.length === 0) problems.push(`${name}: a table has no rows.`);
    let isHead = true;
    for (const row of rows) {
      const cells = row.children.filter((child) => child.name === 'w:tc');
      const spans = cells.map((cell) => {
        const span = [...everyElement(cell.children[0] ?? cell)].find((element) => element.name === 'w:gridSpan');
        return Number(span?.attributes['w:val'] ?? 1);
      });
      const wide = spans.reduce((sum, span) => sum + span, 0);
      if (wide !== columns) problems.push(`${name}: a row of ${wide} stands in a table of ${columns}.`);
      if (cells.some((cell) => cell.children.at(-1)?.name !== 'w:p'))
        problems.push(`${name}: a cell ends without a paragraph.`);
      const hasHead = row.children.some(
        (child) => child.name === 'w:trPr' && child.children.some((of) => of.name === 'w:tblHeader'),
      );
      if (hasHead && !isHead) problems.push(`${name}: a head stands within its table.`);
      isHead &&= hasHead;
    }
  }
  return problems;
}

/** Every field that begins parts and ends (17.16.18), and blanks at the ends of texts are kept (17.3.3.31). */
function fieldProblems(name: string, tree: XmlElement): string[] {
  let depth = 0;
  const problems: string[] = [];
  for (const { name: kind, attributes, text } of everyElement(tree)) {
    if (kind === 'w:fldChar') depth += { begin: 1, end: -1 }[attributes['w:fldCharType'] ?? ''] ?? 0;
    if (depth < 0) problems.push(`${name}: a field ends that has not begun.`);
    if (kind === 'w:t' && text.trim() !== text && attributes['xml:space'] !== 'preserve') {
      problems.push(`${name}: the blanks of “${text}” are lost.`);
    }
  }
  return depth === 0 ? problems : [...problems, `${name}: a field does not end.`];
}
