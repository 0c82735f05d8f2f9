export { DocumentsPanel } from './documents-panel';
export { usePrintKey } from './use-print-key';
