import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf } from '@shared/dates';
import { useFormat } from '../../lib/format';
import { isTextField } from '../../lib/shortcuts';

/** Hands on pictures and files that are pasted while the component is shown; text pasted into a field stays the field's. */
export function usePastedFiles(onFiles: (files: readonly File[]) => void): void {
  const { t } = useTranslation('files');
  const { moment } = useFormat();
  const latest = useRef(onFiles);
  const nameOf = (file: File): string =>
    t('pastedName', {
      time: moment(instantOf(Date.now())).replaceAll(/[:/\\]/g, '.'),
      extension: file.type.split('/')[1] ?? 'png',
    });
  const name = useRef(nameOf);
  useEffect(() => {
    latest.current = onFiles;
    name.current = nameOf;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      const hasText = event.clipboardData?.types.includes('text/plain') ?? false;
      if (event.defaultPrevented || files.length === 0 || (hasText && isTextField(event.target))) return;
      event.preventDefault();
      // A picture copied from another program has no name of its own: every one is called image.png.
      latest.current(
        files.map((file) =>
          file.name === 'image.png' ? new File([file], name.current(file), { type: file.type }) : file,
        ),
      );
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}
