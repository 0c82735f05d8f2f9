import type { KeyboardEvent } from 'react';
import { ActionIcon, Group, Modal, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@shared/domain/attachment/schema';
import { fileAddress } from './pictures';
import classes from './files.module.css';

interface PictureViewerProps {
  readonly pictures: readonly Attachment[];
  readonly shownId: string;
  readonly onShow: (id: string) => void;
  readonly onClose: () => void;
}

/** A picture as large as the window allows; the arrow keys go to its neighbours. */
export function PictureViewer({ pictures, shownId, onShow, onClose }: PictureViewerProps) {
  const { t } = useTranslation('files');
  const index = pictures.findIndex(({ id }) => id === shownId);
  const picture = pictures[index];
  if (!picture) return null;
  const go = (by: number): void => {
    const next = pictures[index + by];
    if (next) onShow(next.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') go(-1);
    if (event.key === 'ArrowRight') go(1);
  };
  return (
    <Modal opened onClose={onClose} title={picture.name} size="auto" onKeyDown={onKeyDown}>
      <img src={fileAddress(picture.id)} alt={picture.caption || picture.name} className={classes.large} />
      <Group justify="space-between" wrap="nowrap" mt="sm" gap="md">
        <Text size="sm" className={classes.largeCaption}>
          {picture.caption}
        </Text>
        {pictures.length > 1 && (
          <Group gap={4} wrap="nowrap">
            <Text size="xs" c="dimmed">
              {t('viewPlace', { place: index + 1, count: pictures.length })}
            </Text>
            <ActionIcon aria-label={t('viewPrevious')} disabled={index === 0} onClick={() => go(-1)}>
              <IconChevronLeft size={16} stroke={1.6} />
            </ActionIcon>
            <ActionIcon aria-label={t('viewNext')} disabled={index === pictures.length - 1} onClick={() => go(1)}>
              <IconChevronRight size={16} stroke={1.6} />
            </ActionIcon>
          </Group>
        )}
      </Group>
    </Modal>
  );
}
