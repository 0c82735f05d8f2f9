/** An answer of CouchDB's that is not what was asked for. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    readonly reason: string,
  ) {
    super(`${status} ${error}: ${reason}`);
  }
}

export const notFound = (reason = 'missing'): Refusal => new Refusal(404, 'not_found', reason);
export const badRequest = (reason: string): Refusal => new Refusal(400, 'bad_request', reason);
