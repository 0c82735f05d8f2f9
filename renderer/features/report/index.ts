export { TripReportPanel } from './trip-report-panel';
