import '@mantine/dropzone/styles.css';
import { Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { largestFile } from '@shared/domain/attachment/schema';
import { useFormat } from '../../lib/format';
import { KeyHint } from '../../ui/key-hint';
import classes from './files.module.css';

interface DropAreaProps {
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped, or picked with a click or Enter. */
export function DropArea({ onFiles }: DropAreaProps) {
  const { t } = useTranslation('files');
  const { bytes } = useFormat();
  return (
    <Dropzone
      onDrop={onFiles}
      p="xs"
      className={classes.drop ?? ''}
      role="button"
      aria-label={t('drop.label')}
      inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
    >
      <div className={classes.dropWords}>
        <IconPaperclip size={16} stroke={1.6} aria-hidden="true" />
        <Dropzone.Accept>
          <Text span size="sm" fw={500}>
            {t('drop.release')}
          </Text>
        </Dropzone.Accept>
        <Dropzone.Idle>
          <Text span size="sm">
            <b className={classes.choose}>{t('drop.choose')}</b> {t('drop.orDrop')},{' '}
            {t('drop.limit', { size: bytes(largestFile) })}
          </Text>
        </Dropzone.Idle>
        <Text span size="xs" c="dimmed" className={classes.paste}>
          {t('drop.paste')} <KeyHint keys="mod+v" />
        </Text>
      </div>
    </Dropzone>
  );
}
