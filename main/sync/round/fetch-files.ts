import { fileHash } from '../hash';
import type { Peer } from '../peer';

/** The files that records name and that are not here yet. */
export interface FilesWanted {
  /** By SHA-256, those that are wanted first being first. */
  wanted(): Promise<readonly string[]>;
  /** Answers when it is durable; throws when it cannot be. */
  keep(sha256: string, bytes: Uint8Array): Promise<void>;
}

export interface FilesFetched {
  readonly fetched: number;
  /** Those that the peer does not have either, or that are not there what their name says. */
  readonly missing: readonly string[];
}

/** Brings files one after the other: broken off, what has come stays and the rest comes the next time. */
export async function fetchFiles(peer: Peer, files: FilesWanted, throwIfStopped: () => void): Promise<FilesFetched> {
  const missing: string[] = [];
  let fetched = 0;
  for (const sha256 of await files.wanted()) {
    throwIfStopped();
    const bytes = await peer.file(sha256);
    if (bytes === null || fileHash(bytes) !== sha256) {
      missing.push(sha256);
      continue;
    }
    await files.keep(sha256, bytes);
    fetched += 1;
  }
  return { fetched, missing };
}
