import { useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Alert, Center, Loader } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import type { OpenPdf } from './open-pdf';
import { PdfPage } from './pdf-page';
import { PreviewToolbar } from './preview-toolbar';
import classes from './documents.module.css';
import { usePdf } from './use-pdf';
import { factorOf, scaleFor, zoomed } from './zoom';
import type { Zoom } from './zoom';

interface PdfPreviewProps {
  readonly bytes: Uint8Array;
  /** At the right of the toolbar. */
  readonly actions: ReactNode;
}

/** The pages of a PDF as they will be printed: walked by key, drawn only when they are in view. */
export function PdfPreview({ bytes, actions }: PdfPreviewProps) {
  const { t } = useTranslation('documents');
  const opening = usePdf(bytes);
  if (opening.kind === 'open') return <Pages pdf={opening.pdf} actions={actions} />;
  return (
    <div className={classes.preview}>
      <div className={classes.toolbar}>
        <span />
        {actions}
      </div>
      {opening.kind === 'opening' ? (
        <Center className={classes.pages}>
          <Loader />
        </Center>
      ) : (
        <Alert color="cinnabar" variant="light" title={t('preview.unreadable.title')} m="md">
          {t('preview.unreadable.message')}
        </Alert>
      )}
    </div>
  );
}

const gap = 16;
const margin = 24;

function Pages({ pdf, actions }: { readonly pdf: OpenPdf; readonly actions: ReactNode }) {
  // The virtualizer's functions read what they are asked for anew, which a compiler must not remember.
  'use no memo';
  const { t } = useTranslation('documents');
  const [zoom, setZoom] = useState<Zoom>('fit');
  // What is measured lies within the scroll bars, which take their room from the pages.
  const { ref: room, width } = useElementSize();
  const scroller = useRef<HTMLDivElement>(null);
  const scale = scaleFor(zoom, pdf.pages, Math.floor(width) - 2 * margin);
  const count = pdf.pages.length;

  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are called here, in this render, and not handed on
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => Math.round((pdf.pages[index]?.height ?? 0) * scale),
    // Another size of page is another list: what was measured before says nothing of it.
    getItemKey: (index) => `${index}@${scale}`,
    gap,
    paddingStart: gap,
    paddingEnd: gap,
    overscan: 1,
  });
  // Larger or smaller, what one reads stays where it is.
  const shownAt = useRef(scale);
  useLayoutEffect(() => {
    const pages = scroller.current;
    if (pages && shownAt.current > 0) pages.scrollTop *= scale / shownAt.current;
    shownAt.current = scale;
  }, [scale]);
  const items = virtualizer.getVirtualItems();
  const middle = (virtualizer.scrollOffset ?? 0) + (scroller.current?.clientHeight ?? 0) / 3;
  const current = items.findLast(({ start }) => start <= middle)?.index ?? 0;
  const goTo = (page: number): void => {
    virtualizer.scrollToIndex(Math.min(count - 1, Math.max(0, page)), { align: 'start' });
  };
  const step = (direction: 'in' | 'out'): void => setZoom(zoomed(factorOf(scale), direction));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      PageDown: () => goTo(current + 1),
      PageUp: () => goTo(current - 1),
      Home: () => goTo(0),
      End: () => goTo(count - 1),
      '+': () => step('in'),
      '=': () => step('in'),
      '-': () => step('out'),
      '0': () => setZoom('fit'),
      '1': () => setZoom(1),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div className={classes.preview}>
      <PreviewToolbar
        page={current}
        pages={count}
        onPage={goTo}
        zoom={zoom}
        factor={factorOf(scale)}
        onZoom={setZoom}
        onStep={step}
      >
        {actions}
      </PreviewToolbar>
      <div
        ref={scroller}
        className={classes.pages}
        role="region"
        aria-label={t('preview.label')}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div ref={room} style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {width > 0 &&
            items.map(({ key, index, start }) => (
              <div key={key} className={classes.sheet} style={{ transform: `translateY(${start}px)` }}>
                <PdfPage pdf={pdf} page={index} scale={scale} label={t('preview.page', { page: index + 1, count })} />
              </div>
            ))}
        </div>
      </div>
    </div>
  );
}
