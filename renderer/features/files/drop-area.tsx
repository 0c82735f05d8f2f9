import { useRef } from 'react';
import { Checkbox, Text, UnstyledButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { largestFile } from '@shared/domain/attachment/schema';
import { useFormat } from '../../lib/format';
import { KeyHint } from '../../ui/key-hint';
import classes from './files.module.css';

interface DropAreaProps {
  readonly onFiles: (files: readonly File[]) => void;
  /** Files hang over the window and would be taken if they were let go. */
  readonly isOver: boolean;
  readonly isPlaceKept: boolean;
  readonly onPlaceKept: (isKept: boolean) => void;
}

/** How files get in: picked here with a click or Enter, dropped anywhere in the window, or pasted. */
export function DropArea({ onFiles, isOver, isPlaceKept, onPlaceKept }: DropAreaProps) {
  const { t } = useTranslation('files');
  const { bytes } = useFormat();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className={classes.drop} data-over={isOver || undefined}>
      <UnstyledButton
        className={classes.dropWords}
        aria-label={t('drop.label')}
        onClick={() => picker.current?.click()}
      >
        <IconPaperclip size={16} stroke={1.6} aria-hidden="true" />
        <Text span size="sm" {...(isOver ? { fw: 500 } : {})}>
          {isOver ? (
            t('drop.release')
          ) : (
            <>
              <b className={classes.choose}>{t('drop.choose')}</b> {t('drop.orDrop')},{' '}
              {t('drop.limit', { size: bytes(largestFile) })}
            </>
          )}
        </Text>
        <Text span size="xs" c="dimmed" className={classes.paste}>
          {t('drop.paste')} <KeyHint keys="mod+v" />
        </Text>
      </UnstyledButton>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file may be picked again.
          currentTarget.value = '';
        }}
      />
      <Checkbox
        size="xs"
        className={classes.place}
        label={t('place.keep')}
        description={t(isPlaceKept ? 'place.isKept' : 'place.isRemoved')}
        checked={isPlaceKept}
        onChange={(event) => onPlaceKept(event.currentTarget.checked)}
      />
    </div>
  );
}
