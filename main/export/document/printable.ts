/** Control characters that no document may hold; tab and line ends stay. Half a surrogate pair is no character either. */
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without what cannot be printed. */
export function printable(text: string): string {
  return text.replace(unprintable, '');
}
