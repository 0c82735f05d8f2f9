import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconCalendarShare,
  IconCopy,
  IconDots,
  IconFileExport,
  IconPackageExport,
  IconPencil,
  IconTemplate,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TripDrawer } from './trip-drawers';

interface TripMenuProps {
  readonly label: string;
  readonly onDrawer: (drawer: TripDrawer) => void;
  readonly onTrash: () => void;
  readonly isSmall?: boolean;
}

/** What else can be done with a trip. */
export function TripMenu({ label, onDrawer, onTrash, isSmall = false }: TripMenuProps) {
  const { t } = useTranslation(['trips', 'actions', 'travel', 'hand-over']);
  return (
    <Menu width={230}>
      <Menu.Target>
        <Tooltip label={label}>
          <ActionIcon aria-label={label} size={isSmall ? 26 : 32} variant={isSmall ? 'subtle' : 'default'}>
            <IconDots size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={() => onDrawer('edit')}>
          {t('actions:edit')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} stroke={1.6} />} onClick={() => onDrawer('duplicate')}>
          {t('trips:menu.duplicate')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCalendarShare size={16} stroke={1.6} />} onClick={() => onDrawer('shift')}>
          {t('trips:menu.shift')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTemplate size={16} stroke={1.6} />} onClick={() => onDrawer('save-template')}>
          {t('trips:menu.saveTemplate')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPackageExport size={16} stroke={1.6} />} onClick={() => onDrawer('take')}>
          {t('travel:take.menu')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileExport size={16} stroke={1.6} />} onClick={() => onDrawer('hand-over')}>
          {t('hand-over:hand.menu')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={onTrash}>
          {t('actions:delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
