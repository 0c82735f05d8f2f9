import { PeerError } from '../../peer';
import { errorSchema, noteSchema, writtenSchema } from './answers';
import { jsonIn, parsed } from './line';
import type { Line } from './line';
import { problemOf } from './problems';

/** Notes that stay on the server: CouchDB's local documents. */
export class CouchNotes {
  /** The revision under which a note was read or written last; CouchDB wants to see it. */
  readonly #revs = new Map<string, string>();

  constructor(private readonly line: Line) {}

  async read(name: string): Promise<unknown> {
    const { status, bytes } = await this.line.bytes({ method: 'GET', path: pathOf(name), expected: [404] });
    if (status !== 404) {
      const { _rev, value } = parsed(noteSchema, bytes);
      this.#revs.set(name, _rev);
      return value ?? null;
    }
    if (!isAbsence(jsonIn(bytes))) throw new PeerError(problemOf(status, jsonIn(bytes)));
    this.#revs.delete(name);
    return null;
  }

  async keep(name: string, value: unknown): Promise<void> {
    // Somebody may have written it since: a clone of this device, or this device before its answer was lost.
    for (let tries = 0; !(await this.#write(name, value)); tries += 1) {
      if (tries === mostTries) throw new PeerError({ code: 'server-trouble', status: 409 });
      await this.read(name);
    }
  }

  /** Writes a note that is not there yet; answers what is there then. */
  async begin(name: string, value: unknown): Promise<unknown> {
    return (await this.#write(name, value)) ? value : this.read(name);
  }

  async #write(name: string, value: unknown): Promise<boolean> {
    const rev = this.#revs.get(name);
    const asked = { path: pathOf(name), json: { ...(rev !== undefined && { _rev: rev }), value }, expected: [409] };
    const { status, bytes } = await this.line.bytes({ method: 'PUT', ...asked });
    if (status === 409) return false;
    const written = parsed(writtenRevSchema, bytes);
    if (written === null) this.#revs.delete(name);
    else this.#revs.set(name, written);
    return true;
  }
}

const mostTries = 3;

const writtenRevSchema = writtenSchema.transform((written) =>
  'rev' in written && typeof written.rev === 'string' ? written.rev : null,
);

function pathOf(name: string): string {
  return `/_local/${encodeURIComponent(name)}`;
}

/** The database is there and has no such document; anything else that is not found is the database itself. */
function isAbsence(answer: unknown): boolean {
  const read = errorSchema.safeParse(answer);
  return read.success && read.data.error === 'not_found' && /^(?:missing|deleted)$/.test(String(read.data.reason));
}
