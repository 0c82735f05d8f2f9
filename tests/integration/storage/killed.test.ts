import { execFile, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordId } from '@shared/domain/values';
import type { Acknowledged } from './killed-process';
import { opened, valueOf } from './opened';
import { temporaryFolder } from './temporary-folder';

/** How often a process is killed: `ATTACHE_KILLS=3000 npm run test:integration -- killed` for a long run. */
const kills = Number(process.env['ATTACHE_KILLS'] ?? 30);

const root = resolve(__dirname, '../../..');
const bundler = `
  import { build } from 'vite';
  const [root, entry, outDir] = process.argv.slice(1);
  await build({
    root, configFile: false, logLevel: 'error', publicDir: false,
    resolve: { alias: { '@shared': root + '/shared', '@main': root + '/main' } },
    ssr: { noExternal: true },
    build: { ssr: entry, outDir, target: 'node18', emptyOutDir: false, rolldownOptions: { output: { format: 'es', entryFileNames: 'program.mjs' } } },
  });
`;

let program: string;

beforeAll(async () => {
  // Kept under .cache because the bundler writes nothing outside the repository without asking.
  const folder = join(root, '.cache/killed-process');
  await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', bundler, root, require.resolve('./killed-process.ts'), folder],
    {
      cwd: root,
    },
  );
  program = join(folder, 'program.mjs');
});

/** Runs the process until it is killed at a random moment, and answers the lines that it had finished saying. */
async function runAndKill(folder: string): Promise<(Acknowledged | { opened: number })[]> {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  // One in five is killed while it starts and opens the store, the others after their first word.
  const isEarly = Math.random() < 0.2;
  const kill = (within: number): unknown => setTimeout(() => child.kill('SIGKILL'), Math.random() * within);
  if (isEarly) kill(250);
  child.stdout.on('data', (chunk: Buffer) => {
    if (output === '' && !isEarly) kill(120);
    output += chunk.toString('utf8');
  });
  const signal = await new Promise((done) => child.on('close', (_code, by) => done(by)));
  if (signal !== 'SIGKILL') throw new Error(`The process ended by itself: ${errors}`);
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Acknowledged | { opened: number });
}

describe('a process that is killed while it writes', () => {
  it(
    'has lost nothing that it said was kept, and kept nothing by halves',
    async () => {
      const folder = await temporaryFolder();
      const expected = new Map<RecordId, Acknowledged>();
      const expectedBlobs: string[] = [];
      for (let kill = 0; kill < kills; kill += 1) {
        for (const said of await runAndKill(folder)) {
          if ('opened' in said) continue;
          expected.set(said.tripId, said);
          if (said.blob !== undefined) expectedBlobs.push(said.blob);
        }
        const { store, notices } = await opened(folder);
        expect(notices).toEqual([]);
        for (const said of expected.values()) {
          const kept = Number(store.get('trip', said.tripId)?.purpose);
          // The change after the last acknowledged one may have been made, too; then wholly.
          expect(kept - said.count === 0 || kept - said.count === 1).toBe(true);
          expect(store.get('follow-up', said.taskId)?.detail).toBe(String(kept));
        }
        expect(store.all('follow-up')).toHaveLength(store.all('trip').length);
        await store.close();
      }
      expect(expected.size).toBeGreaterThan(kills);
      const { blobs, backups } = await opened(folder);
      for (const blob of expectedBlobs) expect((await blobs.get(blob)).ok).toBe(true);
      const listed = valueOf(await backups.list());
      expect(listed.length).toBeGreaterThan(0);
    },
    Math.max(60_000, kills * 2000),
  );
});
