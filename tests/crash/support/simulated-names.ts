import type { Chance } from './chance';
import { afterTheCut, clonedFile } from './simulated-bytes';
import type { SimulatedFile } from './simulated-bytes';

/** A folder of the simulated disk: the names that are seen, and those that would be there after a power cut. */
export interface SimulatedFolder {
  readonly kind: 'folder';
  readonly names: Map<string, SimulatedNode>;
  durable: Map<string, SimulatedNode>;
  /** What came, went or moved since the folder was last made durable. */
  pending: NameChange[];
}

export type SimulatedNode = SimulatedFile | SimulatedFolder;

/** A move inside one folder is one step of the file system's journal; one between folders is two that nothing ties. */
export type NameChange =
  | { readonly kind: 'comes'; readonly name: string; readonly node: SimulatedNode }
  | { readonly kind: 'goes'; readonly name: string }
  | { readonly kind: 'moves'; readonly from: string; readonly to: string; readonly node: SimulatedNode };

export function emptyFolder(): SimulatedFolder {
  return { kind: 'folder', names: new Map(), durable: new Map(), pending: [] };
}

export function changeNames(folder: SimulatedFolder, change: NameChange): void {
  apply(folder.names, change);
  folder.pending.push(change);
}

export function makeNamesDurable(folder: SimulatedFolder): void {
  for (const change of folder.pending) apply(folder.durable, change);
  folder.pending = [];
}

function apply(names: Map<string, SimulatedNode>, change: NameChange): void {
  if (change.kind === 'goes') names.delete(change.name);
  if (change.kind === 'comes') names.set(change.name, change.node);
  if (change.kind === 'moves') {
    names.delete(change.from);
    names.set(change.to, change.node);
  }
}

/** The folder as it may be found after a power cut; everything in it is durable then. */
export function folderAfterTheCut(folder: SimulatedFolder, chance: Chance): SimulatedFolder {
  const names = new Map(folder.durable);
  // Often everything survives or nothing does; in between, each change does or does not, whatever came before it.
  const survival = chance.pick([0, 0.2, 0.5, 0.8, 1]);
  for (const change of folder.pending) if (chance.next() < survival) apply(names, change);
  return rebuilt(names, (node) =>
    node.kind === 'folder' ? folderAfterTheCut(node, chance) : afterTheCut(node, chance),
  );
}

/** The folder as it is seen now, as if everything had been made durable. */
export function clonedFolder(folder: SimulatedFolder): SimulatedFolder {
  return rebuilt(folder.names, (node) => (node.kind === 'folder' ? clonedFolder(node) : clonedFile(node)));
}

function rebuilt(
  names: ReadonlyMap<string, SimulatedNode>,
  rebuild: (node: SimulatedNode) => SimulatedNode,
): SimulatedFolder {
  const found = new Map([...names].map(([name, node]): [string, SimulatedNode] => [name, rebuild(node)]));
  return { kind: 'folder', names: found, durable: new Map(found), pending: [] };
}
