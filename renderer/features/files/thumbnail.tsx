import { UnstyledButton } from '@mantine/core';
import {
  IconFile,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconMovie,
  IconPhoto,
  IconPresentation,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@shared/domain/attachment/schema';
import { isPicture } from '@shared/domain/attachment/rules';
import { useThumbnail } from './use-thumbnail';
import classes from './files.module.css';

const icons: readonly (readonly [RegExp, Icon])[] = [
  [/\.pdf$/i, IconFileTypePdf],
  [/\.(docx?|odt|rtf|txt|md|pages)$/i, IconFileText],
  [/\.(xlsx?|ods|csv|numbers)$/i, IconFileSpreadsheet],
  [/\.(pptx?|odp|key)$/i, IconPresentation],
  [/\.(zip|7z|rar|gz)$/i, IconFileZip],
  [/\.(mp4|mov|avi|mkv|webm)$/i, IconMovie],
  [/\.(png|jpe?g|gif|webp|avif|hei[cf]|tiff?|bmp|dng)$/i, IconPhoto],
];

interface ThumbnailProps {
  readonly file: Attachment;
  /** Shows a picture large. */
  readonly onView: () => void;
  /** Asks whether another program is to open it. */
  readonly onOpen: () => void;
}

/** A small view of a picture, which opens it large; of any other file a sign of its kind, which another program opens. */
export function Thumbnail({ file, onView, onOpen }: ThumbnailProps) {
  const { t } = useTranslation('files');
  const address = useThumbnail(file);
  if (isPicture(file) && address !== null) {
    return (
      <UnstyledButton className={classes.thumbnail} aria-label={t('view', { name: file.name })} onClick={onView}>
        {address !== undefined && <img src={address} alt="" decoding="async" draggable={false} />}
      </UnstyledButton>
    );
  }
  const Sign = icons.find(([ending]) => ending.test(file.name))?.[1] ?? IconFile;
  return (
    <UnstyledButton className={classes.thumbnail} aria-label={t('openOf', { name: file.name })} onClick={onOpen}>
      <Sign size={22} stroke={1.3} aria-hidden="true" />
    </UnstyledButton>
  );
}
