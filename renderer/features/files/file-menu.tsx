import { useState } from 'react';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconDeviceFloppy,
  IconDots,
  IconExternalLink,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@shared/domain/attachment/schema';
import type { FileMark } from './file-mark';
import type { FileActions } from './use-files';

interface FileMenuProps {
  readonly file: Attachment;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly mark: FileMark | undefined;
  readonly actions: FileActions;
}

/** What else can be done with a file. A menu costs more to draw than the rest of its row, so it is made when it is wanted. */
export function FileMenu({ file, isFirst, isLast, mark, actions }: FileMenuProps) {
  const { t } = useTranslation(['files', 'actions']);
  const [isWanted, setWanted] = useState(false);
  if (!isWanted) {
    return (
      <ActionIcon
        aria-label={t('files:actions', { name: file.name })}
        aria-haspopup="menu"
        aria-expanded={false}
        onClick={() => setWanted(true)}
      >
        <IconDots size={16} stroke={1.6} />
      </ActionIcon>
    );
  }
  return (
    <Menu defaultOpened>
      <Menu.Target>
        <ActionIcon aria-label={t('files:actions', { name: file.name })}>
          <IconDots size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconExternalLink size={16} stroke={1.6} />} onClick={() => actions.open(file)}>
          {t('files:open')}
        </Menu.Item>
        <Menu.Item leftSection={<IconDeviceFloppy size={16} stroke={1.6} />} onClick={() => actions.saveCopy(file)}>
          {t('files:saveCopy')}
        </Menu.Item>
        {mark?.actions.map(({ label, icon: Sign, run }) => (
          <Menu.Item key={label} leftSection={<Sign size={16} stroke={1.6} />} onClick={run}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconArrowUp size={16} stroke={1.6} />}
          disabled={isFirst}
          onClick={() => actions.move(file, -1)}
        >
          {t('actions:moveUp')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={16} stroke={1.6} />}
          disabled={isLast}
          onClick={() => actions.move(file, 1)}
        >
          {t('actions:moveDown')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => actions.trash(file)}>
          {t('actions:delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
