/** What `npm run bench` hands to a benchmark beside its arguments. */
export interface BenchKit {
  /** A folder for what a benchmark makes; not part of the repository. */
  readonly scratch: string;
  /** Bundles a TypeScript file, named from the top folder, into a program for this Node; answers its path. */
  readonly bundle: (entry: string) => Promise<string>;
  /** Installs tests/bench/peers/package.json, as far as that goes here; answers the folder and which packages are not there. */
  readonly installPeers: () => Promise<{ readonly folder: string; readonly missing: readonly string[] }>;
}
