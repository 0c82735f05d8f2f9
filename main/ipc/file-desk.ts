import type { DocumentFormat } from '@shared/documents/choices';
import type { Result } from '@shared/result';

/** Files that go out to, and come in from, places that the person chose in the system's dialogs. */
export interface FileDesk {
  /**
   * Writes a document where the person says, `fileName` without its ending; null when they thought better of it, and then
   * nothing was asked of what is still to be made.
   */
  saveDocument(
    fileName: string,
    format: DocumentFormat,
    content: Uint8Array | AsyncIterable<Uint8Array>,
  ): Promise<Result<{ path: string } | null>>;
  /** Opens a document that was saved since the start; any other path is refused. */
  openSavedDocument(path: string): Promise<Result<void>>;
  saveCopy(fileName: string, bytes: Uint8Array): Promise<Result<{ path: string } | null>>;
  /** Whether the person wants another program to have a copy of the file. */
  askToOpen(fileName: string, risk: 'careful' | 'plain'): Promise<boolean>;
  /** Gives the system's program a copy, which is removed when everything is locked or closed. */
  openCopy(fileName: string, bytes: Uint8Array): Promise<Result<void>>;
  /** Asks, and gives the address to the system's browser, mail or telephone program; whether the person wanted it. */
  openLink(address: string): Promise<Result<boolean>>;
  /** Where a chosen backup file lies; null when they thought better of it. */
  chooseBackup(): Promise<string | null>;
  /** A folder that the person chose for backups; null when they thought better of it. */
  chooseBackupFolder(): Promise<string | null>;
  /** A folder in which a copy of a trip, or of everything, is to be made; null when they thought better of it. */
  chooseDestination(): Promise<string | null>;
  /** A folder in which everything may have arrived; null when they thought better of it. */
  chooseArrival(): Promise<string | null>;
  /** A folder that was packed on another computer; null when they thought better of it. */
  chooseTripFolder(): Promise<string | null>;
  /** Shows a folder that was made here in the system's file browser. */
  showFolder(path: string): Promise<void>;
  showDataFolder(): Promise<void>;
}
