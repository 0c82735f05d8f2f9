/**
 * Keeps what is chosen of a page close to the pointer while it is dragged. The words are laid one by one, and between them
 * is nothing: over a blank place the browser would choose everything up to the end of the page. A sheet behind the words,
 * which stands in the order of the text right behind what is chosen last, catches the pointer there. (As the viewer of
 * pdf.js does it.)
 */
export function keepChoiceClose(layer: HTMLElement, signal: AbortSignal): void {
  const end = document.createElement('div');
  end.dataset['end'] = '';
  layer.append(end);
  let isDragging = false;
  let before: Range | undefined;
  const rest = (): void => {
    isDragging = false;
    before = undefined;
    delete layer.dataset['choosing'];
    if (end.parentElement !== layer || end.nextSibling !== null) layer.append(end);
  };
  layer.addEventListener(
    'pointerdown',
    ({ button }) => {
      if (button > 0) return;
      isDragging = true;
      layer.dataset['choosing'] = '';
    },
    { signal },
  );
  document.addEventListener('pointerup', rest, { signal });
  document.addEventListener('pointercancel', rest, { signal });
  window.addEventListener('blur', rest, { signal });
  document.addEventListener(
    'selectionchange',
    () => {
      const choice = document.getSelection();
      if (!isDragging || choice === null || choice.rangeCount === 0) return;
      const range = choice.getRangeAt(0);
      const isBackwards = before !== undefined && isStartMoved(range, before);
      before = range.cloneRange();
      const word = wordAt(layer, isBackwards ? range.startContainer : range.endContainer);
      if (word !== undefined && word !== end) layer.insertBefore(end, isBackwards ? word : word.nextSibling);
    },
    { signal },
  );
}

/** Whether the other end stayed where it was, so that the beginning is what is dragged. */
function isStartMoved(range: Range, before: Range): boolean {
  return (
    range.compareBoundaryPoints(Range.END_TO_END, before) === 0 ||
    range.compareBoundaryPoints(Range.START_TO_END, before) === 0
  );
}

/** The word of the layer that the node belongs to. */
function wordAt(layer: HTMLElement, node: Node): Node | undefined {
  let at: Node | null = node;
  while (at !== null && at.parentNode !== layer) at = at.parentNode;
  return at ?? undefined;
}
