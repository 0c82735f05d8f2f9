export { columnsOf } from './columns';
export type { Column } from './columns';
export { DataTable } from './data-table';
