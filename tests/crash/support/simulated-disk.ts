import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { systemCode } from '@main/storage/disk/disk-files';
import type { DiskFiles } from '@main/storage/disk/disk-files';
import type { Chance } from './chance';
import { append, emptyFile, fileOf, forgetBytes, makeBytesDurable, seenBytes } from './simulated-bytes';
import { changeNames, clonedFolder, emptyFolder, folderAfterTheCut, makeNamesDurable } from './simulated-names';
import type { ForgetfulFile } from './tapped-files';
import type { SimulatedFolder, SimulatedNode } from './simulated-names';

/** A way of the disk to break its word, to prove that the tests would see it. */
export type BrokenWord = 'write' | 'sync' | 'syncFolder';

export interface SimulatedDiskOptions {
  /** Decides how long each call takes against the others; without it, each takes one turn. */
  readonly pace?: Chance;
  /** The call at which the power goes, counted from one; it and all after it never answer. */
  readonly cutAt?: number;
  readonly breaks?: BrokenWord;
  /** What is on the disk at first. */
  readonly root?: SimulatedFolder;
}

/** In bytes: as good as a thousand times as many, and quicker to read. */
const mostRoom = 1500;

/** No folder of this name is on the real disk, so what does not go through `DiskFiles` fails at once. */
export const simulatedFolder = '/attache-simulated-disk/store';

/**
 * A disk in memory that knows what a power cut may take: bytes that were not synced, and names whose folder was not
 * synced, each apart from the others. Names and bytes of what was there before are safe.
 */
export class SimulatedDisk implements DiskFiles {
  readonly #root: SimulatedFolder;
  readonly #options: SimulatedDiskOptions;
  #power: (() => void) | null;
  calls = 0;
  /** Answers when the power has gone. */
  readonly dark: Promise<void>;

  constructor(options: SimulatedDiskOptions = {}) {
    this.#options = options;
    this.#root = options.root ?? emptyFolder();
    if (options.root === undefined) this.placeFolder(dirname(simulatedFolder));
    let goes: () => void = () => undefined;
    this.dark = new Promise((resolve) => (goes = resolve));
    this.#power = goes;
  }

  get isDark(): boolean {
    return this.#power === null;
  }

  /** The power goes now. */
  cut(): void {
    this.#power?.();
    this.#power = null;
  }

  /** A disk as it may be found when the power comes back. */
  afterTheCut(chance: Chance, options: Omit<SimulatedDiskOptions, 'root'> = {}): SimulatedDisk {
    return new SimulatedDisk({ ...options, root: folderAfterTheCut(this.#root, chance) });
  }

  /** The same disk as another process meets it when the first was killed: all is seen, and as little is safe as before. */
  afterTheKill(options: Omit<SimulatedDiskOptions, 'root'> = {}): SimulatedDisk {
    return new SimulatedDisk({ ...options, root: this.#root });
  }

  /** A disk of its own that holds what is seen here now: the process ended, the machine went on. */
  copy(options: Omit<SimulatedDiskOptions, 'root'> = {}): SimulatedDisk {
    return new SimulatedDisk({ ...options, root: clonedFolder(this.#root) });
  }

  /** Every file that is seen, by its path inside a folder; for looking at and never for changing. */
  files(folder: string): Map<string, Buffer> {
    const found = new Map<string, Buffer>();
    const walk = (node: SimulatedNode | undefined, path: string): void => {
      if (node?.kind === 'file') found.set(path, node.bytes);
      else for (const [name, inner] of node?.names ?? []) walk(inner, path === '' ? name : `${path}/${name}`);
    };
    walk(this.#node(folder), '');
    return found;
  }

  /** Puts a file there, durably, as another program may; its folders too. */
  place(path: string, bytes: Uint8Array): void {
    if (this.#node(dirname(path)) === undefined) this.placeFolder(dirname(path));
    const { folder, name } = this.#place(path);
    const node = fileOf(Buffer.from(bytes));
    folder.names.set(name, node);
    folder.durable.set(name, node);
  }

  /** Puts a folder there, durably. */
  placeFolder(path: string): void {
    if (dirname(path) !== '/' && this.#node(dirname(path)) === undefined) this.placeFolder(dirname(path));
    const { folder, name } = this.#place(path);
    const node = emptyFolder();
    folder.names.set(name, node);
    folder.durable.set(name, node);
  }

  /** Takes a file away, durably, as another program may. */
  takeAway(path: string): void {
    const { folder, name } = this.#place(path);
    folder.names.delete(name);
    folder.durable.delete(name);
  }

  read(path: string): Promise<Uint8Array> {
    return this.#call(() => seenBytes(this.#file(path)));
  }

  list(folder: string): Promise<string[]> {
    return this.#call(() => {
      const node = this.#node(folder);
      if (node?.kind === 'file') throw failing('ENOTDIR', folder);
      return [...(node?.names.keys() ?? [])];
    });
  }

  has(path: string): Promise<boolean> {
    return this.#call(() => this.#node(path) !== undefined);
  }

  size(path: string): Promise<number> {
    return this.#call(() => seenBytes(this.#file(path)).length);
  }

  async create(path: string, room = 0): Promise<ForgetfulFile> {
    const file = await this.#call(() => {
      const { folder, name } = this.#place(path);
      if (folder.names.has(name)) throw failing('EEXIST', path);
      const node = emptyFile(Math.min(room, mostRoom));
      changeNames(folder, { kind: 'comes', name, node });
      return node;
    });
    return {
      write: (bytes) => {
        const given = Buffer.from(bytes);
        return this.#call(
          () => {
            if (this.#options.breaks !== 'write') append(file, given);
          },
          () => append(file, given.subarray(0, given.length >> 1)),
        );
      },
      sync: () =>
        this.#call(() => {
          if (this.#options.breaks !== 'sync') makeBytesDurable(file);
        }),
      close: () =>
        this.#call(() => {
          file.room = 0;
        }),
      forget: () => forgetBytes(file),
    };
  }

  sync(path: string): Promise<void> {
    return this.#call(() => {
      const file = this.#file(path);
      if (this.#options.breaks !== 'sync') makeBytesDurable(file);
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#call(() => {
      const source = this.#place(from);
      const target = this.#place(to);
      const node = source.folder.names.get(source.name);
      if (node === undefined) throw failing('ENOENT', from);
      if (node.kind === 'file' && target.folder.names.get(target.name)?.kind === 'folder') throw failing('EISDIR', to);
      if (source.folder === target.folder) {
        changeNames(source.folder, { kind: 'moves', from: source.name, to: target.name, node });
        return;
      }
      changeNames(target.folder, { kind: 'comes', name: target.name, node });
      changeNames(source.folder, { kind: 'goes', name: source.name });
    });
  }

  remove(path: string): Promise<void> {
    return this.#call(() => {
      const { folder, name } = this.#place(path);
      const node = folder.names.get(name);
      if (node === undefined) throw failing('ENOENT', path);
      if (node.kind === 'folder') throw failing('EISDIR', path);
      changeNames(folder, { kind: 'goes', name });
    });
  }

  removeFolder(path: string): Promise<void> {
    return this.#call(() => {
      const { folder, name } = this.#place(path);
      const node = folder.names.get(name);
      if (node === undefined) return;
      emptyOut(node);
      changeNames(folder, { kind: 'goes', name });
    });
  }

  makeFolder(path: string): Promise<void> {
    return this.#call(() => {
      let folder = this.#root;
      for (const name of partsOf(path)) {
        let node = folder.names.get(name);
        if (node?.kind === 'file') throw failing('ENOTDIR', path);
        if (node === undefined) {
          node = emptyFolder();
          changeNames(folder, { kind: 'comes', name, node });
        }
        folder = node;
      }
    });
  }

  syncFolder(path: string): Promise<void> {
    return this.#call(() => {
      const node = this.#node(path);
      if (node?.kind !== 'folder') throw failing(node === undefined ? 'ENOENT' : 'ENOTDIR', path);
      if (this.#options.breaks !== 'syncFolder') makeNamesDurable(node);
    });
  }

  /** One call: it takes its time, and is not made when the power has gone before or goes during it. */
  async #call<V>(run: () => V, half: () => void = () => undefined): Promise<V> {
    this.calls += 1;
    const { pace, cutAt } = this.#options;
    if (this.calls === cutAt && !this.isDark) {
      this.cut();
      // It may have been made wholly, by half, or not at all; nobody was told.
      const how = pace?.below(3) ?? 0;
      if (how === 1) half();
      if (how === 2) unlessItFails(run);
    }
    await this.#while(pace);
    const answer = run();
    await this.#while(pace);
    return answer;
  }

  async #while(pace: Chance | undefined): Promise<void> {
    for (let turns = pace?.below(3) ?? 1; turns > 0; turns -= 1) {
      if (pace === undefined || pace.isOneIn(3)) await setImmediate();
      else await Promise.resolve();
    }
    if (this.isDark) await new Promise<never>(() => undefined);
  }

  #node(path: string): SimulatedNode | undefined {
    let node: SimulatedNode | undefined = this.#root;
    for (const name of partsOf(path)) node = node?.kind === 'folder' ? node.names.get(name) : undefined;
    return node;
  }

  #file(path: string): Extract<SimulatedNode, { kind: 'file' }> {
    const node = this.#node(path);
    if (node === undefined) throw failing('ENOENT', path);
    if (node.kind === 'folder') throw failing('EISDIR', path);
    return node;
  }

  #place(path: string): { folder: SimulatedFolder; name: string } {
    const parts = partsOf(path);
    const name = parts.pop();
    const folder = this.#node(parts.join('/'));
    if (name === undefined || folder === undefined) throw failing('ENOENT', path);
    if (folder.kind === 'file') throw failing('ENOTDIR', path);
    return { folder, name };
  }
}

/** Takes away what is in a folder, name by name, as a removal of a whole folder does. */
function emptyOut(node: SimulatedNode): void {
  if (node.kind === 'file') return;
  for (const [name, inner] of [...node.names]) {
    emptyOut(inner);
    changeNames(node, { kind: 'goes', name });
  }
}

/** Nobody hears any more that a call fails during which the power goes. */
function unlessItFails(run: () => unknown): void {
  try {
    run();
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
  }
}

function partsOf(path: string): string[] {
  return path.split(/[\\/]/).filter((part) => part !== '');
}

function failing(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
