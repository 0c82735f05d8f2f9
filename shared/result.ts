import type { TemplateIssue } from './documents/template-fields';

/** What went wrong with one value, beside the field it belongs to. `path` is dotted (`title.en`), empty for the whole. */
export interface Issue {
  readonly path: string;
  readonly code: IssueCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type IssueCode =
  | 'required'
  | 'too-long'
  | 'too-small'
  | 'too-big'
  | 'too-many'
  | 'invalid'
  | 'not-a-date'
  | 'not-a-time'
  | 'not-a-zone'
  | 'not-an-email'
  | 'not-a-web-address'
  | 'bad-credit-code'
  | 'ends-before-it-begins'
  | 'trip-too-long'
  | 'name-needed'
  | 'unknown-field'
  | 'unknown-reference'
  | 'exactly-one-subject';

/** What a person can cause or meet. The renderer turns the code into words; nothing else crosses the process border. */
export type Failure =
  | { readonly code: 'invalid-input'; readonly issues: readonly Issue[] }
  | { readonly code: 'not-found'; readonly type: string; readonly id: string }
  | { readonly code: 'changed-meanwhile'; readonly type: string; readonly id: string }
  | { readonly code: 'disk-full' }
  | { readonly code: 'cannot-write'; readonly reason: string }
  /** Of a file that was to go where a person said: its disk is full. */
  | { readonly code: 'no-room-for-file' }
  /** That place, or the file of that name there, lets nobody write, or another program holds it. */
  | { readonly code: 'file-refused' }
  | { readonly code: 'file-not-saved'; readonly reason: string }
  | { readonly code: 'cannot-read'; readonly reason: string }
  | { readonly code: 'not-a-backup'; readonly reason: string }
  /** A sealed backup that none of the keys at hand opens. */
  | { readonly code: 'backup-locked' }
  /** A folder for backups that lies inside the data folder itself. */
  | { readonly code: 'not-another-place' }
  /** A folder for a copy, or for looking what has arrived, that lies inside the data folder itself. */
  | { readonly code: 'own-folder' }
  | { readonly code: 'not-enough-room'; readonly neededMegabytes: number; readonly freeMegabytes: number }
  /** What is protected leaves this computer under a passphrase only, and is opened by one. */
  | { readonly code: 'passphrase-needed' }
  /** Not packed by Attaché, or not to its end. */
  | { readonly code: 'not-a-trip-folder' }
  /** Packed, and not as it was packed any more. */
  | { readonly code: 'damaged-copy' }
  /** Neither a data folder nor one with backups. */
  | { readonly code: 'not-a-copy' }
  /** Something can be taken in only where there is nothing yet. */
  | { readonly code: 'not-empty-here' }
  /** Something was changed since it was checked that everything has arrived elsewhere. */
  | { readonly code: 'not-checked' }
  /** Of a file that was to be a bundle: something else altogether. */
  | { readonly code: 'not-a-bundle' }
  /** Its end is missing, or is not as it was written. */
  | { readonly code: 'bundle-cut-short' }
  | { readonly code: 'bundle-damaged' }
  | { readonly code: 'bundle-of-another-space' }
  | { readonly code: 'bundle-too-large'; readonly limitGigabytes: number }
  /** It was locked with a passphrase, and none was given. */
  | { readonly code: 'bundle-needs-passphrase' }
  /** It was locked with a space's key, and only a passphrase was given. */
  | { readonly code: 'bundle-needs-space-key' }
  | { readonly code: 'bundle-wrong-passphrase' }
  | { readonly code: 'bundle-wrong-space-key' }
  | { readonly code: 'newer-version'; readonly found: number; readonly known: number }
  | { readonly code: 'file-too-big'; readonly limitBytes: number }
  | { readonly code: 'locked' }
  /** `tries`: how many were wrong since the last right one. `waitSeconds`: how long the next one has to wait. */
  | { readonly code: 'wrong-passphrase'; readonly tries: number; readonly waitSeconds: number }
  | { readonly code: 'wrong-recovery-key'; readonly tries: number; readonly waitSeconds: number }
  | { readonly code: 'too-early'; readonly waitSeconds: number }
  | { readonly code: 'already-protected' }
  | { readonly code: 'not-protected' }
  /** So many files could not be opened, so the keys are not thrown away. */
  | { readonly code: 'still-sealed'; readonly left: number }
  | { readonly code: 'not-a-recovery-key' }
  | { readonly code: 'no-keychain' }
  | { readonly code: 'passphrase-too-short'; readonly least: number }
  | { readonly code: 'cannot-print' }
  /** Making a document was given up after so many minutes. */
  | { readonly code: 'print-took-too-long'; readonly minutes: number }
  /** Something is wrong with one line of a document's template. */
  | TemplateIssue
  /** A template that repeats lists within lists until no end is in sight. */
  | { readonly code: 'template-too-long' }
  /** No text, or more than a template can be. */
  | { readonly code: 'not-a-template' }
  /** No picture, or of a kind that cannot be shown here. */
  | { readonly code: 'not-a-letterhead' }
  /** Of what is restricted as a whole there is no version for readers outside. */
  | { readonly code: 'no-external-version' }
  /** A program, or what starts one: never handed to the system. */
  | { readonly code: 'never-opened' }
  /** The system knows no program for such a file, or could not start it. */
  | { readonly code: 'no-program' }
  | { readonly code: 'nothing-to-undo' }
  /** Why the office's server could not be spoken with: no network, no such host, nobody listening, a time limit. */
  | { readonly code: 'cannot-reach'; readonly reason: string }
  /** Its certificate is not one that this computer trusts. */
  | { readonly code: 'not-trusted'; readonly reason: string }
  | { readonly code: 'not-signed-in' }
  | { readonly code: 'not-allowed' }
  /** There is no such database. */
  | { readonly code: 'no-space-there' }
  /** It answers, but not as CouchDB does. */
  | { readonly code: 'not-couchdb' }
  | { readonly code: 'too-large' }
  | { readonly code: 'server-trouble'; readonly status: number }
  | { readonly code: 'not-a-server-address' }
  | { readonly code: 'cancelled' }
  | { readonly code: 'unknown-channel'; readonly channel: string }
  | { readonly code: 'forbidden' }
  | { readonly code: 'internal' };

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failed(failure: Failure): Result<never> {
  return { ok: false, failure };
}
