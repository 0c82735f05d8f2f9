import { SetupError } from './say.mjs';

/** Vite and jest need this much; see docs/adr/0001. */
const needed = [20, 19];

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
  throw new SetupError(
    `Attaché needs Node ${needed.join('.')} or newer; this is Node ${process.versions.node}. Install a newer Node and try again.`,
  );
}
