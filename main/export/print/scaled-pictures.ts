import { openHiddenWindow } from './hidden-window';
import { pictureScales } from './in-page';
import type { ScaledPicture } from './in-page';
import type { PageContents } from './scheme';

export interface PictureScaler {
  /** A picture made smaller, upright, with nothing but its pixels; null for one that cannot be shown. */
  readonly pictureOf: (id: string) => Promise<ScaledPicture | null>;
  close(): void;
}

interface ScalerOptions extends Omit<PageContents, 'html'> {
  readonly photographs: keyof typeof pictureScales;
  readonly signal: AbortSignal;
}

/** Scales pictures for files that are no pages, one at a time, in a process of its own that begins with the first. */
export function openPictureScaler({ photographs, signal, ...contents }: ScalerOptions): PictureScaler {
  const window = openHiddenWindow(signal);
  let loaded: Promise<unknown> | undefined;
  return {
    pictureOf: async (id) => {
      loaded ??= window.load({ html: '<!doctype html><title>Pictures</title>', ...contents });
      await loaded;
      return window.takePicture(id, pictureScales[photographs]);
    },
    close: () => {
      window.destroy();
    },
  };
}
