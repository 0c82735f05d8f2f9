/** The JSON of many records, which need not all be at hand at once. */
export interface RecordJsons extends Iterable<Uint8Array> {
  readonly length: number;
}

/** Everything that the store holds at one moment. Nothing in it ever changes. */
export interface Snapshot {
  /** The version of the store's shape. */
  readonly version: number;
  readonly deviceId: string;
  /** How many changes of records this device had made. */
  readonly seq: number;
  /** Counts how often everything was replaced at once (a restored backup, a new seal). */
  readonly generation: number;
  /** The JSON of each record with its `$sync`, in UTF-8, without line breaks; beginning `{"type":"…","id":"…",`. */
  readonly records: RecordJsons;
}
