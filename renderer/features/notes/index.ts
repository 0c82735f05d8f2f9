export { NoteEditor } from './note-editor';
