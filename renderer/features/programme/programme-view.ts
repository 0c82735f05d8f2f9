export const views = ['timeline', 'list'] as const;
export type View = (typeof views)[number];

export function isView(value: string): value is View {
  return views.some((view) => view === value);
}

/** Pixels an hour, by the name under which it is remembered; the smallest first. */
export const zooms = { '32': 32, '40': 40, '52': 52, '72': 72, '96': 96 } as const;
export type Zoom = keyof typeof zooms;

export function isZoom(value: string): value is Zoom {
  return Object.hasOwn(zooms, value);
}

/** The next larger or smaller one; the same at the end. */
export function zoomed(zoom: Zoom, by: 1 | -1): Zoom {
  const all = Object.keys(zooms).filter(isZoom);
  return all[all.indexOf(zoom) + by] ?? zoom;
}
