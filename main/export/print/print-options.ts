import type { PrintToPDFOptions } from 'electron';

/** Paper and margins are the page's own. Tags and bookmarks came to Electron after the oldest runtime that we support. */
export function printOptions(electronVersion: string | undefined): PrintToPDFOptions {
  const major = Number.parseInt(electronVersion ?? '0', 10);
  return {
    preferCSSPageSize: true,
    printBackground: true,
    ...(major >= 30 ? { generateTaggedPDF: true, generateDocumentOutline: true } : {}),
  };
}
