import { useEffect, useRef } from 'react';
import type { CSSProperties } from 'react';
import type { OpenPdf } from './open-pdf';
import classes from './documents.module.css';
import { keepChoiceClose } from './words-choice';

interface PdfPageProps {
  readonly pdf: OpenPdf;
  /** From 0. */
  readonly page: number;
  /** Pixels of the screen's layout for a point of the page. */
  readonly scale: number;
  readonly label: string;
}

/** One page as it will be printed; its words lie over the picture, unseen, to be chosen and copied. */
export function PdfPage({ pdf, page, scale, label }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    if (canvas.current) void pdf.draw(page, canvas.current, scale * window.devicePixelRatio, stop.signal);
    return () => stop.abort();
  }, [pdf, page, scale]);
  useEffect(() => {
    const layer = words.current;
    if (!layer) return;
    const stop = new AbortController();
    void pdf.layWords(page, layer, stop.signal).then(() => {
      if (!stop.signal.aborted) keepChoiceClose(layer, stop.signal);
    });
    return () => {
      stop.abort();
      layer.replaceChildren();
    };
  }, [pdf, page]);
  const size = pdf.pages[page];
  if (!size) return null;
  const measures = {
    width: size.width * scale,
    height: size.height * scale,
    '--total-scale-factor': scale,
  } as CSSProperties;
  return (
    <div className={classes.page} style={measures}>
      <canvas ref={canvas} role="img" aria-label={label} />
      <div ref={words} className={classes.words} />
    </div>
  );
}
