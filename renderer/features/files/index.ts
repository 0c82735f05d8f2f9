export { FileList } from './file-list';
export type { FileMark } from './file-list';
export { fileAddress } from './pictures';
