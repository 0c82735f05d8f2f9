import { describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { OpenPdf } from '@renderer/features/documents/open-pdf';
import { PdfPage } from '@renderer/features/documents/pdf-page';

/** Two pages of three words each, laid as pdf.js lays them. */
function aPdf() {
  const layWords = jest.fn<OpenPdf['layWords']>((page, into) => {
    for (const word of ['Visit', 'report', String(page + 1)]) {
      const span = document.createElement('span');
      span.textContent = word;
      into.append(span, document.createElement('br'));
    }
    return Promise.resolve();
  });
  const size = { width: 595, height: 842 };
  const pdf: OpenPdf = { pages: [size, size], draw: () => Promise.resolve(), layWords, close: () => undefined };
  return { pdf, layWords };
}

function endOf(word: string): Element | null {
  return screen.getByText(word).parentElement?.querySelector('[data-end]') ?? null;
}

describe('a page of the preview', () => {
  it('has its words over its picture, laid once and moved with the zoom', async () => {
    const { pdf, layWords } = aPdf();
    const { rerender } = render(<PdfPage pdf={pdf} page={0} scale={1} label="Page 1 of 2" />);
    await waitFor(() => expect(endOf('report')).not.toBeNull());
    const picture = screen.getByRole('img', { name: 'Page 1 of 2' });
    expect(picture.parentElement?.style.getPropertyValue('--total-scale-factor')).toBe('1');
    rerender(<PdfPage pdf={pdf} page={0} scale={2} label="Page 1 of 2" />);
    expect(picture.parentElement?.style.getPropertyValue('--total-scale-factor')).toBe('2');
    expect(picture.parentElement?.style.width).toBe('1190px');
    expect(layWords).toHaveBeenCalledTimes(1);
    expect(screen.getAllByText('report')).toHaveLength(1);
  });

  it('gives up the words of a page that is no longer shown', async () => {
    const { pdf, layWords } = aPdf();
    const { rerender } = render(<PdfPage pdf={pdf} page={0} scale={1} label="Page 1 of 2" />);
    await waitFor(() => expect(endOf('report')).not.toBeNull());
    rerender(<PdfPage pdf={pdf} page={1} scale={1} label="Page 2 of 2" />);
    await screen.findByText('2');
    expect(layWords.mock.calls[0]?.[2].aborted).toBe(true);
    expect(screen.queryByText('1')).toBeNull();
    expect(screen.getAllByText('report')).toHaveLength(1);
  });

  it('keeps what is chosen close to the pointer: the end of the words follows it, and goes back', async () => {
    const { pdf } = aPdf();
    render(<PdfPage pdf={pdf} page={0} scale={1} label="Page 1 of 2" />);
    await waitFor(() => expect(endOf('report')).not.toBeNull());
    const [first, second] = [screen.getByText('Visit'), screen.getByText('report')];
    const end = endOf('report');
    const choose = (to: Node): void => {
      act(() => {
        document.getSelection()?.setBaseAndExtent(first.firstChild ?? first, 0, to, 3);
        document.dispatchEvent(new Event('selectionchange'));
      });
    };
    choose(second.firstChild ?? second);
    expect(end?.nextSibling).toBeNull();
    fireEvent.pointerDown(first, { button: 0 });
    choose(second.firstChild ?? second);
    expect(end?.previousSibling).toBe(second);
    fireEvent.pointerUp(document);
    expect(end?.nextSibling).toBeNull();
  });
});
