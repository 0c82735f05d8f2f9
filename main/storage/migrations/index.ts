import type { StoreDocument } from '../document';

/** One step of the store file's shape. Pure: the same document migrated on two devices is the same document. */
export interface Migration {
  /** The version that it makes of the one before. */
  readonly to: number;
  readonly migrate: (document: StoreDocument) => StoreDocument;
}

/** The shape that the first release wrote. */
const firstVersion = 1;

/** Every step since the first release, in order. Each new one brings a fixture of the version it starts from. */
export const shippedMigrations: readonly Migration[] = [];

/** The version that these steps lead to. */
export function versionAfter(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.to ?? firstVersion;
}

/** The document brought up to date, one version after another. */
export function migrated(document: StoreDocument, migrations: readonly Migration[]): StoreDocument {
  return migrations
    .filter((migration) => migration.to > document.version)
    .reduce((so, { to, migrate }) => ({ ...migrate(so), version: to }), document);
}
