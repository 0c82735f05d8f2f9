import { run } from './run.mjs';
import { say, SetupError } from './say.mjs';

/**
 * Debian and Ubuntu package names, each with the names it has in different releases, newest first.
 * @type {readonly (readonly string[])[]}
 */
const libraryPackages = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libasound2t64', 'libasound2'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libcups2t64', 'libcups2'],
  ['libnss3'],
  ['libgbm1'],
  ['libxss1'],
  ['libdrm2'],
  ['libxkbcommon0'],
];

/** Programs that tests and the demonstration use, and the packages that bring them. */
const toolPackages = { Xvfb: 'xvfb', pdftotext: 'poppler-utils', pdftoppm: 'poppler-utils' };

/**
 * Makes sure that Electron finds the shared libraries it needs and that the named tools are there.
 * Installs them where that can be done without a password; otherwise says the exact command.
 * @param {{ executable: string, tools: readonly (keyof typeof toolPackages)[] }} needs
 */
export async function ensureSystemLibraries({ executable, tools }) {
  if (process.platform !== 'linux') return;
  const missing = await findMissing(executable, tools);
  if (missing.length === 0) return;

  const named = missing.slice(0, 5).join(', ');
  const what = `This machine lacks ${named}${missing.length > 5 ? ` and ${missing.length - 5} more` : ''}.`;
  if ((await run('apt-get', ['--version'])).code !== 0) {
    throw new SetupError(`${what}\nInstall what brings them with your system's package manager, then try again.`);
  }
  const wanted = [];
  if (missing.some((name) => !(name in toolPackages))) wanted.push(...libraryPackages);
  for (const tool of tools) if (missing.includes(tool)) wanted.push([toolPackages[tool]]);

  if (process.getuid?.() !== 0) {
    const names = await availableNames(wanted);
    throw new SetupError(
      `${what}\nInstall it with:\n\n  sudo apt-get install -y ${names.join(' ')}\n\nthen try again.`,
    );
  }
  say(`${what} Installing…`);
  await apt(['update', '-qq']);
  await apt(['install', '-y', '-qq', '--no-install-recommends', ...(await availableNames(wanted))]);

  const still = await findMissing(executable, tools);
  if (still.length > 0) throw new SetupError(`apt-get ran, but this machine still lacks ${still.join(', ')}.`);
}

/**
 * @param {string} executable
 * @param {readonly string[]} tools
 */
async function findMissing(executable, tools) {
  /** @type {Set<string>} */
  const missing = new Set();
  const linked = await run('ldd', [executable]);
  for (const match of linked.output.matchAll(/^\s*(\S+) => not found/gm)) missing.add(match[1] ?? '');
  // Newer Electrons load GTK by name at start, so ldd does not see it.
  const known = await run('ldconfig', ['-p'], { env: { PATH: `${process.env['PATH'] ?? ''}:/sbin:/usr/sbin` } });
  if (known.code === 0 && !known.output.includes('libgtk-3.so.0')) missing.add('libgtk-3.so.0');
  for (const tool of tools) {
    if ((await run('sh', ['-c', `command -v ${tool}`])).code !== 0) missing.add(tool);
  }
  return [...missing];
}

/** @param {readonly (readonly string[])[]} wanted */
async function availableNames(wanted) {
  const names = [];
  for (const choices of wanted) {
    let name = choices.at(-1) ?? '';
    for (const choice of choices) {
      const { output } = await run('apt-cache', ['policy', choice]);
      if (/Candidate: (?!\(none\))\S/.test(output)) {
        name = choice;
        break;
      }
    }
    names.push(name);
  }
  return [...new Set(names)];
}

/** @param {readonly string[]} args */
async function apt(args) {
  const { code, output } = await run('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  if (code !== 0) throw new SetupError(`apt-get ${args.join(' ')} failed:\n${output.trim()}`);
}
