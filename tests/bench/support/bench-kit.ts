/** What `npm run bench` hands to a benchmark beside its arguments. */
export interface BenchKit {
  /** A folder for what a benchmark makes; not part of the repository. */
  readonly scratch: string;
  /** Bundles a TypeScript file, named from the top folder, into a program for this Node; answers its path. */
  readonly bundle: (entry: string) => Promise<string>;
  /** Installs tests/bench/peers/package.json, as far as that goes here; answers the folder and which packages are not there. */
  readonly installPeers: () => Promise<{ readonly folder: string; readonly missing: readonly string[] }>;
  /** Bundles a TypeScript file into a script for the app's window; answers its text. */
  readonly bundleForWindow: (entry: string) => Promise<string>;
  /** Builds the app, and opens a display on which it can be shown; answers the environment that points at it. */
  readonly openStage: () => Promise<{ readonly env: Readonly<Record<string, string>>; readonly stop: () => void }>;
}
