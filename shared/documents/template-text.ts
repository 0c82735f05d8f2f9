/**
 * A template's text as it is kept and read: each line ended by \n alone, as editors show and count them, whatever the
 * program that wrote it puts there; and without the mark with which Windows begins a file of text.
 */
export function templateText(written: string): string {
  return written.replace(/^\ufeff+/, '').replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
}
