import { SetupError } from '../say.mjs';

/** @typedef {{ status: number, json: any }} Answer */

const patience = 30_000;

/** A CouchDB as its administrator speaks with it. No name or password is ever part of what it throws. */
export class Server {
  #authorization;

  /**
   * @param {string} url the server's address, without a slash at its end
   * @param {{ name: string, password: string }} admin
   */
  constructor(url, { name, password }) {
    this.url = url;
    this.#authorization = `Basic ${Buffer.from(`${name}:${password}`, 'utf8').toString('base64')}`;
  }

  /**
   * Asks as the administrator; answers whatever the server says, as long as it speaks JSON.
   * @param {string} method
   * @param {string} path
   * @param {unknown} [json]
   */
  ask(method, path, json) {
    return this.#send(method, path, { authorization: this.#authorization }, json);
  }

  /**
   * Asks as somebody who does not sign in.
   * @param {string} path
   */
  askAsNobody(path) {
    return this.#send('GET', path, {}, undefined);
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {Record<string, string>} who
   * @param {unknown} json
   * @returns {Promise<Answer>}
   */
  async #send(method, path, who, json) {
    const url = `${this.url}${path}`;
    let answer;
    let text;
    try {
      answer = await fetch(url, {
        method,
        headers: {
          accept: 'application/json',
          ...who,
          ...(json !== undefined && { 'content-type': 'application/json' }),
        },
        ...(json !== undefined && { body: JSON.stringify(json) }),
        // A password follows nobody's word to another place.
        redirect: 'manual',
        signal: AbortSignal.timeout(patience),
      });
      text = await answer.text();
    } catch (error) {
      throw new SetupError(unreachable(this.url, error), { cause: error });
    }
    if (answer.status >= 300 && answer.status < 400) {
      throw new SetupError(`${this.url} sends elsewhere. Give the address that it is really reached at.`);
    }
    try {
      return { status: answer.status, json: JSON.parse(text) };
    } catch (error) {
      throw new SetupError(`What answers at ${this.url} is not a CouchDB (it said ${answer.status}, and no JSON).`, {
        cause: error,
      });
    }
  }
}

/**
 * @param {string} url
 * @param {unknown} error
 */
function unreachable(url, error) {
  const cause = error instanceof Error && error.cause instanceof Object ? error.cause : error;
  const code = cause instanceof Object && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'no answer';
  const isCertificate = /CERT|UNABLE_TO/.test(code);
  return [
    `${url} cannot be reached: ${code}.`,
    isCertificate
      ? 'Its certificate is not one that this machine trusts. Name its issuer in NODE_EXTRA_CA_CERTS and try again.'
      : 'Check the address, the port, and that the server runs.',
  ].join('\n');
}
