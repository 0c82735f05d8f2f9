import type { CSSProperties, ReactNode } from 'react';
import { ActionIcon, Button, Group, Popover, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCopy, IconNotes, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import { writtenForms } from '@shared/domain/values';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { ClassificationBadge } from '../../ui/classification-badge';
import { KeyHint } from '../../ui/key-hint';
import { ItemStatusBadge } from './item-status-badge';
import type { ItemWords } from './item-words';
import { hasMeeting } from './item-icon';
import type { ProgrammeActions } from './programme-actions';
import classes from './item-card.module.css';

interface ItemCardProps {
  readonly item: ItineraryItem;
  /** Where the item is drawn; the card stands beside it. */
  readonly box: CSSProperties;
  readonly words: ItemWords;
  readonly warnings: readonly string[];
  readonly actions: ProgrammeActions;
}

/** What there is to know of an item, and what can be done with it, beside it. The focus stays on the item. */
export function ItemCard({ item, box, words, warnings, actions }: ItemCardProps) {
  const { t } = useTranslation(['programme', 'terms', 'actions']);
  const { day, form } = useFormat();
  const { personName } = useDirectory();
  const others = writtenForms
    .filter((each) => each !== form && item.title[each].trim() !== '')
    .map((each) => item.title[each]);
  const isCancelled = item.status === 'cancelled';
  const names = (ids: readonly string[]): string => ids.map((id) => personName(id)).join(', ');
  const facts: readonly (readonly [string, string])[] = [
    [t('programme:form.place'), words.where(item)],
    [t('programme:form.host'), [words.host(item), names(item.hostContactIds)].filter(Boolean).join(': ')],
    [t('programme:form.participants'), names(item.participantIds)],
    [t('programme:form.interpreter'), personName(item.interpreterId)],
    [t('programme:form.dress'), item.dress],
    [t('programme:form.gifts'), item.gifts],
    [t('programme:form.bookingReference'), item.transport?.bookingReference ?? ''],
    [t('programme:form.seat'), item.transport?.seat ?? ''],
  ];
  return (
    <Popover
      opened
      onChange={() => actions.hide()}
      position="right-start"
      withinPortal
      withRoles={false}
      shadow="md"
      width={340}
      offset={6}
      trapFocus={false}
    >
      <Popover.Target>
        <div className={classes.anchor} style={box} />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={words.title(item)} className={classes.card}>
        <Stack gap={8}>
          <div>
            <Title order={3} className={classes.title}>
              {words.title(item)}
            </Title>
            {others.length > 0 && (
              <Text size="xs" c="dimmed" className={classes.title}>
                {others.join(' · ')}
              </Text>
            )}
          </div>
          <Text size="sm">
            {day(item.day, 'weekday')} · {words.times(item)} · {words.length(item)}
          </Text>
          <Group gap={6}>
            <ItemStatusBadge status={item.status} />
            <Text size="xs" c="dimmed">
              {t(`terms:itineraryKind.${item.kind}`)}
            </Text>
            <ClassificationBadge classification={item.classification} />
          </Group>
          {warnings.map((warning) => (
            <div key={warning} className={classes.warning}>
              <IconAlertTriangle size={14} aria-hidden="true" />
              <Text size="xs">{warning}</Text>
            </div>
          ))}
          <dl className={classes.facts}>
            {facts
              .filter(([, value]) => value !== '')
              .map(([label, value]) => (
                <Fact key={label} label={label}>
                  {value}
                </Fact>
              ))}
          </dl>
          {item.talkingPoints.trim() !== '' && (
            <Text size="xs" lineClamp={5} className={classes.points}>
              {item.talkingPoints}
            </Text>
          )}
          <Group gap={4} justify="space-between" wrap="nowrap" className={classes.actions}>
            {hasMeeting(item.kind) ? (
              <Button
                size="compact-sm"
                leftSection={<IconNotes size={15} />}
                rightSection={<KeyHint keys="m" />}
                className={classes.main}
                onClick={() => void actions.openMeeting(item)}
              >
                {t('programme:openMeeting')}
              </Button>
            ) : (
              <span />
            )}
            <Group gap={0} wrap="nowrap">
              <CardButton label={t('actions:edit')} keys="Enter" onClick={() => actions.edit(item)}>
                <IconPencil size={16} stroke={1.6} />
              </CardButton>
              <CardButton label={t('programme:duplicateTo')} keys="d" onClick={() => actions.chooseDay(item)}>
                <IconCopy size={16} stroke={1.6} />
              </CardButton>
              <CardButton
                label={t(isCancelled ? 'programme:uncancel' : 'programme:cancel')}
                keys="c"
                onClick={() => void actions.toggleCancelled(item)}
              >
                <IconBan size={16} stroke={1.6} />
              </CardButton>
              <CardButton
                label={t('actions:delete')}
                keys="Delete"
                onClick={() => {
                  actions.hide();
                  void actions.trash(item);
                }}
              >
                <IconTrash size={16} stroke={1.6} />
              </CardButton>
            </Group>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

interface CardButtonProps {
  readonly label: string;
  readonly keys: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function CardButton({ label, keys, onClick, children }: CardButtonProps) {
  return (
    <Tooltip
      label={
        <Group gap={6} wrap="nowrap">
          {label} <KeyHint keys={keys} />
        </Group>
      }
    >
      <ActionIcon size={28} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
