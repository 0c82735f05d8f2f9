export { SearchDialog } from './search-dialog';
export { SearchPage } from './search-page';
export type { Command } from './entries';
