import {
  ActionIcon,
  Button,
  Group,
  Popover,
  SegmentedControl,
  Select,
  Text,
  Tooltip,
  UnstyledButton,
} from '@mantine/core';
import { IconAlertTriangle, IconPlus, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCalendarDate } from '@shared/dates';
import type { CalendarDate } from '@shared/dates';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import type { Trip } from '@shared/domain/trip/schema';
import { useFormat } from '../../lib/format';
import { KeyHint } from '../../ui/key-hint';
import type { ItemWords } from './item-words';
import { isView, views, zoomed } from './programme-view';
import type { View, Zoom } from './programme-view';
import type { Warning } from './use-warnings';
import classes from './programme.module.css';

interface ToolbarProps {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly trip: Trip;
  readonly items: readonly ItineraryItem[];
  readonly warnings: readonly Warning[];
  readonly words: ItemWords;
  readonly days: readonly { readonly day: CalendarDate }[];
  readonly onJump: (itemId: string) => void;
  readonly onJumpToDay: (day: CalendarDate) => void;
  readonly onAdd: () => void;
}

/** So many days do not fit in any window: a way to one of them is offered. */
const manyDays = 7;

export function ProgrammeToolbar(props: ToolbarProps) {
  const { view, onView, zoom, onZoom, items, days, onJumpToDay, onAdd } = props;
  const { t } = useTranslation('programme');
  const { day: inWords } = useFormat();
  return (
    <Group className={classes.toolbar} gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={t('view.label')}
        value={view}
        data={views.map((each) => ({ value: each, label: t(`view.${each}`) }))}
        onChange={(next) => isView(next) && onView(next)}
      />
      {view === 'timeline' && (
        <Group gap={0} wrap="nowrap">
          <Tooltip label={t('zoomOut')}>
            <ActionIcon
              aria-label={t('zoomOut')}
              disabled={zoomed(zoom, -1) === zoom}
              onClick={() => onZoom(zoomed(zoom, -1))}
            >
              <IconZoomOut size={17} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('zoomIn')}>
            <ActionIcon
              aria-label={t('zoomIn')}
              disabled={zoomed(zoom, 1) === zoom}
              onClick={() => onZoom(zoomed(zoom, 1))}
            >
              <IconZoomIn size={17} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </Group>
      )}
      {days.length > manyDays && (
        <Select
          aria-label={t('goToDay')}
          placeholder={t('goToDay')}
          value={null}
          searchable
          w={150}
          data={days.map(({ day }) => ({ value: day, label: inWords(day, 'weekday') }))}
          onChange={(day) => isCalendarDate(day) && onJumpToDay(day)}
        />
      )}
      <Text size="xs" c="dimmed" className={classes.count}>
        {t('count', { count: items.length })}
      </Text>
      <Warnings {...props} />
      <Button
        leftSection={<IconPlus size={16} />}
        rightSection={<KeyHint keys="n" />}
        className={classes.add}
        onClick={onAdd}
      >
        {t('newItem')}
      </Button>
    </Group>
  );
}

function Warnings({ warnings, items, words, onJump }: ToolbarProps) {
  const { t } = useTranslation('programme');
  const { day: inWords } = useFormat();
  const [isOpen, setOpen] = useState(false);
  if (warnings.length === 0) return null;
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" shadow="md" width={400} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconAlertTriangle size={16} className={classes.warningIcon} />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t('warnings', { count: warnings.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={4} className={classes.warnings}>
        {warnings.map((warning) => {
          const item = items.find(({ id }) => id === warning.itemId);
          if (!item) return null;
          return (
            <UnstyledButton
              key={warning.key}
              className={classes.warningRow}
              onClick={() => {
                setOpen(false);
                // The popover gives the focus back first.
                setTimeout(() => onJump(item.id), 0);
              }}
            >
              <Text size="sm" fw={550} truncate>
                {words.title(item)}
              </Text>
              <Text size="xs" c="dimmed">
                {inWords(item.day, 'weekday')} · {words.times(item)}
              </Text>
              <Text size="xs" className={classes.warningIcon}>
                {warning.words}
              </Text>
            </UnstyledButton>
          );
        })}
      </Popover.Dropdown>
    </Popover>
  );
}
