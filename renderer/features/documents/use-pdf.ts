import { useEffect, useState } from 'react';
import { openPdf } from './open-pdf';
import type { OpenPdf } from './open-pdf';

type Opening =
  { readonly kind: 'opening' } | { readonly kind: 'open'; readonly pdf: OpenPdf } | { readonly kind: 'unreadable' };

/** Opens a PDF while it is shown. The one before stays on the screen until the next can be drawn. */
export function usePdf(bytes: Uint8Array): Opening {
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' });
  useEffect(() => {
    let isWanted = true;
    openPdf(bytes).then(
      (pdf) => {
        if (isWanted) setOpening({ kind: 'open', pdf });
        else pdf.close();
      },
      () => {
        // Whatever is wrong with the file, it can still be saved and opened elsewhere, which is what the screen says.
        if (isWanted) setOpening({ kind: 'unreadable' });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [bytes]);
  useEffect(() => (opening.kind === 'open' ? () => opening.pdf.close() : undefined), [opening]);
  return opening;
}
