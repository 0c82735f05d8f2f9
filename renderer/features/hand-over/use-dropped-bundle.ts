import { useEffect } from 'react';

/**
 * Lets a file that was handed over be dropped anywhere. While it hangs over the window only its kind is known, and that is
 * none: whatever else wants such a file says so first. Where it lies is told to main by the preload, and not here.
 */
export function useDroppedBundle(): void {
  useEffect(() => {
    const accept = (event: DragEvent): void => {
      if (event.defaultPrevented || event.dataTransfer === null || !mayBeBundle(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    };
    // Heard after everybody else, also those who came later.
    const standLast = (): void => {
      window.removeEventListener('dragover', accept);
      window.addEventListener('dragover', accept);
    };
    window.addEventListener('dragover', standLast, { capture: true });
    return () => {
      window.removeEventListener('dragover', standLast, { capture: true });
      window.removeEventListener('dragover', accept);
    };
  }, []);
}

function mayBeBundle({ items }: DataTransfer): boolean {
  const [item] = items;
  return items.length === 1 && item?.kind === 'file' && item.type === '';
}
