export { FileList } from './file-list';
export type { FileMark } from './file-mark';
export { PersonPicture } from './person-picture';
export { ReportPhotographs } from './report-photographs';
export { useDroppedFiles } from './use-dropped-files';
export { usePastedFiles } from './use-pasted-files';
export { useTripPhotographs } from './use-trip-photographs';
