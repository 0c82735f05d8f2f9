import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DocumentFormat } from '@shared/documents/choices';
import type { MadeDocument } from '@shared/ipc/document-channels';
import { useFormat } from '../../lib/format';
import { KeyHint } from '../../ui/key-hint';
import classes from './documents.module.css';

const others: readonly DocumentFormat[] = ['word', 'markdown', 'html'];

interface SaveMenuProps {
  readonly document: MadeDocument;
  /** False while what is shown is not what was chosen. */
  readonly isReady: boolean;
  readonly onSave: (format: DocumentFormat) => void;
}

/** How large the file is, and where it is saved: as PDF at once, in other formats from the menu. */
export function SaveMenu({ document, isReady, onSave }: SaveMenuProps) {
  const { t } = useTranslation('documents');
  const { bytes } = useFormat();
  return (
    <Group gap="xs" wrap="nowrap" ml="auto">
      <Text size="xs" c="dimmed" className={classes.size}>
        {bytes(document.pdf.byteLength)}
      </Text>
      <Button.Group>
        <Button
          disabled={!isReady}
          leftSection={<IconDownload size={16} stroke={1.6} />}
          rightSection={<KeyHint keys="mod+p" />}
          onClick={() => onSave('pdf')}
        >
          {t('save.pdf')}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              variant="filled"
              size={32}
              className={classes.saveMore}
              disabled={!isReady}
              aria-label={t('save.more')}
            >
              <IconChevronDown size={16} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((format) => (
              <Menu.Item key={format} onClick={() => onSave(format)}>
                {t(`save.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
    </Group>
  );
}
