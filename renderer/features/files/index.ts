export { FileList } from './file-list';
export type { FileMark } from './file-mark';
export { fileAddress } from './pictures';
