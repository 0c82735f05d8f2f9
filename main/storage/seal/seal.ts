/**
 * How what Attaché writes stands on the disk: readable, or sealed with a key. Everything below the store that writes
 * words goes through one of these, so that no other place knows whether there is a passphrase.
 */
export interface Seal {
  /** Whether it hides what it is given. */
  readonly isSecret: boolean;
  /**
   * One JSON value, encoded in UTF-8 and without line breaks, as it stands on a line of its own. The line is again a JSON
   * value without line breaks; each call may give another one.
   */
  line(json: Uint8Array): Uint8Array;
  /** The JSON's bytes of a line; null when one bit of it is not as it was written. */
  openLine(line: Uint8Array): Uint8Array | null;
  /**
   * The lines that may stand in a damaged stretch of bytes, for example in two lines whose line break was damaged. None,
   * when there is nothing to be found; each is to be opened before it is believed.
   */
  linesIn(damaged: Uint8Array): Uint8Array[];
  /** A whole file, in pieces as they are made; gives way to other work in between. */
  file(content: Uint8Array): AsyncIterable<Uint8Array>;
  /** The content of such a file; null when it is not, to the last bit, what was written. Gives way in between. */
  openFile(file: Uint8Array): Promise<Uint8Array | null>;
  /** The name that a file beside the store has there, from the SHA-256 of its content in hexadecimal. */
  fileName(sha256: string): string;
}
