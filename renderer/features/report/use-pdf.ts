import { useEffect, useState } from 'react';
import { openPdf } from './open-pdf';
import type { OpenPdf } from './open-pdf';

type Opening =
  { readonly kind: 'opening' } | { readonly kind: 'open'; readonly pdf: OpenPdf } | { readonly kind: 'unreadable' };

/** Opens a PDF while it is shown. */
export function usePdf(bytes: Uint8Array): Opening {
  const [opening, setOpening] = useState<Opening & { readonly of?: Uint8Array }>({ kind: 'opening' });
  useEffect(() => {
    let isWanted = true;
    let opened: OpenPdf | undefined;
    openPdf(bytes).then(
      (pdf) => {
        opened = pdf;
        if (isWanted) setOpening({ kind: 'open', pdf, of: bytes });
        else pdf.close();
      },
      () => {
        // Whatever is wrong with the file, it can still be saved and opened elsewhere, which is what the screen says.
        if (isWanted) setOpening({ kind: 'unreadable', of: bytes });
      },
    );
    return () => {
      isWanted = false;
      opened?.close();
    };
  }, [bytes]);
  return opening.of === bytes ? opening : { kind: 'opening' };
}
