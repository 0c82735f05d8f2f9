export { TripReportPanel } from './trip-report-panel';
export { usePrintReport } from './use-print-report';
