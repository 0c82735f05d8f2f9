/** Kinds of picture that Chromium decodes by itself and that cannot carry a script. */
export const printablePictures: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
]);
