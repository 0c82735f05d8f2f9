import { useState } from 'react';
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
import { fileAddress, isPicture } from './pictures';
import classes from './files.module.css';

const icons: readonly (readonly [RegExp, Icon])[] = [
  [/\.pdf$/i, IconFileTypePdf],
  [/\.(docx?|odt|rtf|txt|md|pages)$/i, IconFileText],
  [/\.(xlsx?|ods|csv|numbers)$/i, IconFileSpreadsheet],
  [/\.(pptx?|odp|key)$/i, IconPresentation],
  [/\.(zip|7z|rar|gz)$/i, IconFileZip],
  [/\.(mp4|mov|avi|mkv|webm)$/i, IconMovie],
  [/\.(png|jpe?g|gif|webp|avif|heic|tiff?|bmp)$/i, IconPhoto],
];

interface ThumbnailProps {
  readonly file: Attachment;
  readonly onView: () => void;
}

/** A small view of a picture, which opens it large; a sign of its kind for any other file. */
export function Thumbnail({ file, onView }: ThumbnailProps) {
  const { t } = useTranslation('files');
  const [isBroken, setBroken] = useState(false);
  if (!isPicture(file) || isBroken) {
    const Sign = icons.find(([ending]) => ending.test(file.name))?.[1] ?? IconFile;
    return (
      <span className={classes.thumbnail} aria-hidden="true">
        <Sign size={22} stroke={1.3} />
      </span>
    );
  }
  return (
    <UnstyledButton className={classes.thumbnail} aria-label={t('view', { name: file.name })} onClick={onView}>
      <img src={fileAddress(file.id)} alt="" loading="lazy" decoding="async" onError={() => setBroken(true)} />
    </UnstyledButton>
  );
}
