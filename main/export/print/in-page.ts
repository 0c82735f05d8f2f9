import { latinMarks } from './latin-marks';
import { roomOfPhotograph } from './photograph-rows';

/** How large photographs are printed. */
export interface PictureScale {
  /** Of the longest side, in pixels. */
  readonly longest: number;
  readonly dotsPerInch: number;
  /** Of a JPEG, from 0 to 1. */
  readonly quality: number;
}

/** For paper, and for a file that is sent. */
export const pictureScales = {
  print: { longest: 1800, dotsPerInch: 300, quality: 0.86 },
  small: { longest: 1000, dotsPerInch: 150, quality: 0.72 },
} as const satisfies Record<'print' | 'small', PictureScale>;

/** What a page waits for, once it is laid out: pictures, and numbers of pages. */
export interface ToFillIn {
  readonly pictures: number;
  readonly pageNumbers: number;
  /** About how many pages it comes to, by its height. */
  readonly pages: number;
}

/*
 * What runs beside a page that is printed, as browser extensions do: the page's own script is off. Each is the text of a
 * program, because what it is about (the DOM) is not known to this process.
 */

/**
 * Lays the page out, so that it asks for its fonts, and waits until they are there. The one with the ellipsis is asked for
 * in any case: Chromium may want it only while it prints, to cut a line short, and then leaves out all of that text.
 * Answers what is still to be filled in.
 */
export const makeReady = `(async () => {
  const marks = [...document.fonts].filter((font) => font.family.includes('${latinMarks}'));
  await Promise.allSettled(marks.map((font) => font.load()));
  do {
    document.documentElement.getBoundingClientRect();
    await document.fonts.ready;
  } while (document.fonts.status === 'loading');
  return {
    pictures: document.images.length,
    pageNumbers: document.querySelectorAll('[data-page-of]').length,
    pages: Math.ceil(document.documentElement.scrollHeight / 900),
  };
})()`;

/**
 * The picture at an address, upright, made smaller by the share that `shareOf` answers for its size, and cut to a shape
 * (width over height) when one is given: a new file that holds nothing but its pixels. What was made of its original is
 * let go before the answer, so that one is there at a time.
 */
const scaled = `async (address, shareOf, quality, shape) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  const original = await answer.blob();
  const whole = await createImageBitmap(original, { imageOrientation: 'from-image' });
  const share = Math.min(1, shareOf(whole.width, whole.height));
  const kept = { width: whole.width, height: whole.height };
  if (shape !== undefined && kept.width / kept.height > shape) kept.width = kept.height * shape;
  else if (shape !== undefined) kept.height = kept.width / shape;
  const left = (whole.width - kept.width) / 2;
  const top = (whole.height - kept.height) / 2;
  const width = Math.max(1, Math.round(kept.width * share));
  const height = Math.max(1, Math.round(kept.height * share));
  // Not an OffscreenCanvas: a page that nobody sees is made to wait a second for each of its blobs.
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  const draw = (type) => {
    pen.drawImage(whole, left, top, kept.width, kept.height, 0, 0, width, height);
    const bytes = atob(canvas.toDataURL(type, quality).split(',')[1]);
    return new Blob([Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))], { type });
  };
  // Drawings and letterheads have plain surfaces, on which JPEG leaves specks; they are small without it.
  const drawing = /jpe?g/.test(original.type) ? undefined : draw('image/png');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  const photograph = draw('image/jpeg');
  whole.close();
  canvas.width = 0;
  return { made: drawing !== undefined && drawing.size < photograph.size * 1.5 ? drawing : photograph, width, height };
}`;

/**
 * Puts the picture at this place in, no larger than its place needs on paper. One that covers its place is cut to it: of a
 * part of a JPEG Chromium would write every pixel by itself. One that cannot be shown leaves its frame.
 */
export function putPictureIn(index: number, scale: PictureScale): string {
  return `(async ({ longest, dotsPerInch, quality }) => {
  const picture = document.images[${String(index)}];
  const { objectFit } = getComputedStyle(picture);
  const place = picture.getBoundingClientRect();
  const shape = objectFit === 'cover' ? place.width / place.height : undefined;
  const figure = picture.closest('.photographs figure');
  const shareOf = (width, height) => {
    // Photographs are set in rows of about one height once all their shapes are known.
    if (figure !== null) figure.style.setProperty('--shape', (width / height).toFixed(4));
    const fits = figure === null ? [place.width / width, place.height / height] : [${String(roomOfPhotograph.width)} / width, ${String(roomOfPhotograph.height)} / height];
    const shown = (objectFit === 'cover' ? Math.max(...fits) : Math.min(...fits)) * (dotsPerInch / 96);
    // A place without a size of its own takes the picture's.
    return Math.min(objectFit === 'fill' ? 1 : shown, longest / Math.max(width, height));
  };
  let address;
  try {
    const { made } = await (${scaled})(picture.src.replace('/pictures/', '/originals/'), shareOf, quality, shape);
    if (shape !== undefined) picture.style.objectFit = 'fill';
    address = URL.createObjectURL(made);
    const shownNow = new Promise((resolve, reject) => {
      picture.onload = resolve;
      picture.onerror = () => reject(new Error('not shown'));
    });
    picture.src = address;
    await shownNow;
  } catch {
    picture.hidden = true;
  } finally {
    if (address !== undefined) URL.revokeObjectURL(address);
  }
})(${JSON.stringify(scale)})`;
}

/** A picture for a file that is not a page. */
export interface ScaledPicture {
  readonly bytes: Uint8Array;
  readonly mime: 'image/jpeg' | 'image/png';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Hands out a picture, scaled; null for one that cannot be shown. `id` is an attachment's. */
export function takePicture(id: string, scale: PictureScale): string {
  return `(async ({ longest, quality }) => {
  try {
    const shareOf = (width, height) => longest / Math.max(width, height);
    const { made, width, height } = await (${scaled})(${JSON.stringify(`/originals/${id}`)}, shareOf, quality);
    return { bytes: new Uint8Array(await made.arrayBuffer()), mime: made.type, width, height };
  } catch {
    return null;
  }
})(${JSON.stringify(scale)})`;
}

/** Whether pictures are seen; their places stay as they are. */
export function showPictures(areShown: boolean): string {
  const visibility = areShown ? '' : 'hidden';
  return `for (const picture of document.images) picture.style.visibility = '${visibility}'; null`;
}

/** Writes the page of each place where the contents list it. */
export function writePages(pageOf: ReadonlyMap<string, number>): string {
  const pages = JSON.stringify(Object.fromEntries(pageOf));
  return `((pages) => {
  for (const place of document.querySelectorAll('[data-page-of]')) place.textContent = pages[place.dataset.pageOf] ?? '';
})(${pages})`;
}
