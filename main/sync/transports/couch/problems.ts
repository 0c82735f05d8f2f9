import { PeerError } from '../../peer';
import type { PeerProblem } from '../../peer';
import { errorSchema } from './answers';

/** An answer that went on for longer than any that is right. */
export class AnswerTooLong extends Error {}

/** What a time limit throws. */
export class OutOfTime extends Error {}

/** A status that is no answer to what was asked, as what a person is told. The answer's own words are not repeated. */
export function problemOf(status: number, answer: unknown): PeerProblem {
  if (status === 401) return { code: 'not-signed-in' };
  if (status === 407) return { code: 'cannot-reach', reason: 'proxy-sign-in' };
  if (status === 413) return { code: 'too-large' };
  // 511 is how a hotel's network says that somebody has to agree to something first.
  if (status === 429 || (status >= 500 && status !== 511)) return { code: 'server-trouble', status };
  if (!errorSchema.safeParse(answer).success) return { code: 'not-couchdb' };
  if (status === 403) return { code: 'not-allowed' };
  if (status === 404) return { code: 'no-space-there' };
  return status >= 400 ? { code: 'server-trouble', status } : { code: 'not-couchdb' };
}

/** Node's names of certificates that it does not trust; Chromium's begin with `ERR_CERT_` or `ERR_SSL_`. */
const certificateCodes =
  /^(?:ERR_(?:CERT|SSL|TLS)_\w+|\w*SELF_SIGNED_CERT\w*|CERT_\w+|UNABLE_TO_(?:VERIFY|GET)_\w+|HOSTNAME_MISMATCH|EPROTO)$/;

/** What `fetch` threw, as what a person is told: by the name of what went wrong, never by words that name places. */
export function unreachable(error: unknown): PeerError {
  if (error instanceof PeerError) return error;
  if (error instanceof AnswerTooLong) return new PeerError({ code: 'not-couchdb' }, { cause: error });
  const reason = reasonOf(error);
  // Electron's way to say that it was sent elsewhere; Node answers the redirection itself.
  if (reason === 'redirected') return new PeerError({ code: 'not-couchdb' });
  return new PeerError({ code: certificateCodes.test(reason) ? 'not-trusted' : 'cannot-reach', reason });
}

function reasonOf(error: unknown): string {
  if (error instanceof OutOfTime) return 'time-limit';
  for (let at = error, depth = 0; at instanceof Object && depth < 5; at = 'cause' in at ? at.cause : null, depth += 1) {
    if ('code' in at && typeof at.code === 'string' && /^[A-Z][A-Z\d_]{2,60}$/.test(at.code)) return at.code;
    const message = 'message' in at && typeof at.message === 'string' ? at.message : '';
    const chromium = /\bnet::(ERR_[A-Z\d_]{2,60})/.exec(message)?.[1];
    if (chromium !== undefined) return chromium;
    if (/\bredirect/i.test(message)) return 'redirected';
  }
  return 'broken-off';
}
