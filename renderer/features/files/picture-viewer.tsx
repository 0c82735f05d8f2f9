import type { KeyboardEvent } from 'react';
import { ActionIcon, Button, Group, Modal, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@shared/domain/attachment/schema';
import classes from './files.module.css';

interface PictureViewerProps {
  readonly pictures: readonly Attachment[];
  readonly shownId: string;
  readonly onShow: (id: string) => void;
  readonly onClose: () => void;
  /** Asks whether another program is to open it. */
  readonly onOpen: (picture: Attachment) => void;
}

/** A picture as large as the window allows; the arrow keys go to its neighbours. */
export function PictureViewer({ pictures, shownId, onShow, onClose, onOpen }: PictureViewerProps) {
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
      <img
        key={picture.id}
        src={`app://files/${picture.id}`}
        alt={picture.caption || picture.name}
        className={classes.large}
      />
      <Group justify="space-between" wrap="nowrap" mt="sm" gap="md">
        <Text size="sm" className={classes.largeCaption}>
          {picture.caption}
        </Text>
        <Button
          size="compact-sm"
          variant="subtle"
          ml="auto"
          leftSection={<IconExternalLink size={14} stroke={1.6} />}
          onClick={() => onOpen(picture)}
        >
          {t('open')}
        </Button>
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
