import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { SetupError } from '../say.mjs';

const variable = 'ATTACHE_COUCH_PASSWORD';

/**
 * The administrator's password: from the environment, or typed without being shown.
 * @param {string} name
 */
export async function askPassword(name) {
  const given = process.env[variable];
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY) {
    throw new SetupError(`There is nobody to type the password: put it into the environment as ${variable}.`);
  }
  process.stderr.write(`Password of ${name} (it is not shown): `);
  const silence = new Writable({ write: (_, __, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silence, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
