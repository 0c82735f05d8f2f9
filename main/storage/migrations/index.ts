import type { StoredRecord } from '../records/stored-record';

/** One step of the store's shape. Pure: the same records migrated on two devices are the same records. */
export interface Migration {
  /** The version that it makes of the one before. */
  readonly to: number;
  readonly migrate: (records: readonly StoredRecord[]) => readonly StoredRecord[];
}

/** The shape that the first release wrote. */
const firstVersion = 1;

/** Every step since the first release, in order. Each new one brings a fixture of the version it starts from. */
export const shippedMigrations: readonly Migration[] = [
  // One file became buckets and journals; the records stayed as they were.
  { to: 2, migrate: (records) => records },
];

/** The version that these steps lead to. */
export function versionAfter(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.to ?? firstVersion;
}

/** The records of a version brought up to date, one version after another. */
export function migrated(
  records: readonly StoredRecord[],
  version: number,
  migrations: readonly Migration[],
): readonly StoredRecord[] {
  return migrations.filter((migration) => migration.to > version).reduce((so, { migrate }) => migrate(so), records);
}
