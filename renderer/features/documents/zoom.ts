import type { PageSize } from './open-pdf';

/** Whole widths of the room, or so many times the size on paper. */
export type Zoom = 'fit' | number;

/** CSS counts 96 pixels to an inch, PDF 72 points. */
const actualSize = 96 / 72;
const steps = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const;
const widestFit = 1.6;

/** Pixels for a point, at this zoom and in a room so many pixels wide. */
export function scaleFor(zoom: Zoom, pages: readonly PageSize[], room: number): number {
  if (zoom !== 'fit') return zoom * actualSize;
  const widest = Math.max(1, ...pages.map(({ width }) => width));
  return Math.min(widestFit * actualSize, Math.max(0.2, room / widest));
}

/** So many times the size on paper, as the scale comes to. */
export function factorOf(scale: number): number {
  return scale / actualSize;
}

/** The next larger or smaller step from where one is. */
export function zoomed(factor: number, direction: 'in' | 'out'): number {
  const slack = 0.01;
  return direction === 'in'
    ? (steps.find((step) => step > factor + slack) ?? steps[steps.length - 1] ?? factor)
    : (steps.findLast((step) => step < factor - slack) ?? steps[0]);
}
