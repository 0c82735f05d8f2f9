export { useDirectory } from './directory';
export type { Directory, Option } from './directory';
