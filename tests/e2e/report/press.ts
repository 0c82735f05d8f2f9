import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentChoices } from '@shared/documents/choices';
import type { AnyRecord } from '@shared/domain/records';
import type { CalendarDate } from '@shared/dates';

const root = process.cwd();

/** What the printing program is given. */
export interface PressJob {
  readonly records: readonly AnyRecord[];
  readonly tripId: string;
  /** What differs from the usual choices. */
  readonly choices: Partial<DocumentChoices>;
  readonly today: CalendarDate;
  readonly fontsFolder: string;
  readonly pdfFile: string;
  readonly pictures: Readonly<Record<string, { readonly path: string; readonly mime: string }>>;
  /** Cancels as soon as this stage begins. */
  readonly cancelAt: string | null;
  /** How long a print may take, in ms; the usual time when it is null. */
  readonly limitMs: number | null;
}

export interface Outcome {
  readonly ok: boolean;
  readonly code?: string;
  readonly pages?: number;
  readonly fileName?: string;
  /** The text of every run of the document's sections. */
  readonly words?: readonly string[];
  readonly progress: { stage: string; done: number }[];
  /** How many windows were left open when it was done. */
  readonly windowsLeft?: number;
}

export interface Press {
  print(
    name: string,
    job: Pick<PressJob, 'records' | 'tripId'> & Partial<PressJob>,
  ): Promise<Outcome & { readonly pdfFile: string }>;
  readonly folder: string;
  remove(): void;
}

/** Bundles the printing code as the app is bundled, and runs it in the real Electron, one report a run. */
export function setUpPress(): Press {
  const folder = mkdtempSync(join(tmpdir(), 'attache-press-'));
  buildProgram('tests/e2e/report/press-app.ts', join(folder, 'app'));
  const { executable } = JSON.parse(readFileSync(join(root, '.cache/electron/current.json'), 'utf8')) as {
    executable: string;
  };
  return {
    folder,
    print: async (name, job) => {
      const pdfFile = join(folder, `${name}.pdf`);
      const jobFile = join(folder, `${name}.json`);
      const whole: PressJob = {
        today: '2026-03-16' as CalendarDate,
        fontsFolder: join(root, 'node_modules/@fontsource'),
        pictures: {},
        choices: {},
        cancelAt: null,
        limitMs: null,
        pdfFile,
        ...job,
      };
      writeFileSync(jobFile, JSON.stringify(whole));
      await runProgram(executable, join(folder, 'app'), jobFile);
      if (!existsSync(`${jobFile}.done`)) throw new Error(`The printing program ended without an answer for ${name}.`);
      return { ...(JSON.parse(readFileSync(`${jobFile}.done`, 'utf8')) as Outcome), pdfFile };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Makes a program for Electron of a TypeScript file, with the thread that it prints with beside it. Vite is an ES module,
 * which jest cannot load, so Node runs it by itself.
 */
export function buildProgram(entry: string, outDir: string): void {
  const config = {
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'shared'), '@main': join(root, 'main') } },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node18',
      outDir,
      minify: false,
      rolldownOptions: {
        input: {
          index: join(root, entry),
          'binder-thread': join(root, 'main/export/print/binder-thread.ts'),
        },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  };
  const script = `import { build } from 'vite'; await build(${JSON.stringify(config)});`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, stdio: 'pipe' });
  writeFileSync(join(outDir, 'package.json'), JSON.stringify({ name: 'press', version: '0.0.0', main: 'index.js' }));
}

/** Runs such a program to its end; `jobFile` says what it is to do. */
export function runProgram(executable: string, app: string, jobFile: string): Promise<void> {
  const userData = `${jobFile}.profile`;
  mkdirSync(userData);
  // Chromium refuses to run as root with its sandbox on.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return new Promise((resolve, reject) => {
    const child = spawn(executable, [app, ...asRoot, `--user-data-dir=${userData}`, jobFile], { stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
}
