export { useDirectory } from './directory';
export type { Option } from './directory';
