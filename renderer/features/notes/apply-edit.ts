import type { Edit } from './markdown-keys';

/** Makes the edit as if it had been typed, so that the field's own Ctrl+Z takes it back. */
export function applyEdit(field: HTMLTextAreaElement, { from, to, insert, select }: Edit): void {
  field.setSelectionRange(from, to);
  if (!insertAsTyped(insert)) {
    field.setRangeText(insert, from, to, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(select.start, select.end);
}

function insertAsTyped(text: string): boolean {
  /* eslint-disable @typescript-eslint/no-deprecated -- nothing has replaced it for an edit that Ctrl+Z can take back */
  if (!('execCommand' in document)) return false;
  return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  /* eslint-enable @typescript-eslint/no-deprecated */
}
