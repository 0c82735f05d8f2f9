import { useEffect, useRef } from 'react';
import type { OpenPdf } from './open-pdf';
import classes from './documents.module.css';

interface PdfPageProps {
  readonly pdf: OpenPdf;
  /** From 0. */
  readonly page: number;
  /** Pixels of the screen's layout for a point of the page. */
  readonly scale: number;
  readonly label: string;
}

/** One page as it will be printed. */
export function PdfPage({ pdf, page, scale, label }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    if (canvas.current) void pdf.draw(page, canvas.current, scale * window.devicePixelRatio, stop.signal);
    return () => stop.abort();
  }, [pdf, page, scale]);
  const size = pdf.pages[page];
  if (!size) return null;
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      className={classes.page}
      style={{ width: size.width * scale, height: size.height * scale }}
    />
  );
}
