export { NoteMenu } from './note-menu';
export { NoteVersions } from './note-versions';
