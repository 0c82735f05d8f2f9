import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { ActionIcon, Button, Group, Select, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconMapPin, IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chinaTime, isTimeZone } from '@shared/dates';
import type { ItineraryItem } from '@shared/domain/itinerary-item/schema';
import type { Trip, TripCity } from '@shared/domain/trip/schema';
import { noText, writtenForms } from '@shared/domain/values';
import { useFormat } from '../../lib/format';
import { draftOf } from '../../lib/drafts';
import { formOf, useRecordForm } from '../../lib/forms';
import { useAsk, useDo } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';
import { FormDrawer } from '../../ui/form-drawer';
import { LocalisedTextField } from '../../ui/localised-text-field';
import { Section } from '../../ui/section';
import classes from './overview.module.css';
import { useTripUpdate } from './use-trip';
import { allZones, zoneInWords } from '../../lib/zones';

const noItems: readonly ItineraryItem[] = [];
const zones = allZones().map((zone) => ({ value: zone, label: zoneInWords(zone) }));

/** The trip's cities in the order of its chapters, each with its clock. */
export function CityList({ trip }: { readonly trip: Trip }) {
  const { t } = useTranslation('trips');
  const { text } = useFormat();
  const update = useTripUpdate(trip.id);
  const { data: items = noItems } = useAsk('itinerary:list', { tripId: trip.id });
  const [editedId, setEditedId] = useState<string | undefined>(undefined);
  const { cities } = trip;
  const usesOf = (city: TripCity): number => items.filter(({ cityId }) => cityId === city.id).length;

  const move = (index: number, by: number): void => {
    const city = cities[index];
    if (!city || index + by < 0 || index + by >= cities.length) return;
    void update({ cities: cities.toSpliced(index, 1).toSpliced(index + by, 0, city) });
  };
  const remove = async (city: TripCity): Promise<void> => {
    const count = usesOf(city);
    const answer = await update({ cities: cities.filter(({ id }) => id !== city.id) });
    if (!answer.ok) return;
    const name = text(city.name);
    notifyUndoable(count === 0 ? t('cities.removed', { name }) : t('cities.removedInUse', { name, count }));
  };

  return (
    <Section
      title={t('cities.title')}
      count={cities.length}
      frame="flush"
      actions={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => setEditedId(crypto.randomUUID())}
        >
          {t('cities.add')}
        </Button>
      }
    >
      <ol className={classes.cities}>
        {cities.map((city, index) => (
          <CityRow
            key={city.id}
            city={city}
            uses={usesOf(city)}
            isFirst={index === 0}
            isLast={index === cities.length - 1}
            onMove={(by) => move(index, by)}
            onEdit={() => setEditedId(city.id)}
            onRemove={() => void remove(city)}
          />
        ))}
      </ol>
      {cities.length === 0 && <p className={classes.hint}>{t('cities.empty')}</p>}
      {editedId !== undefined && <CityForm trip={trip} cityId={editedId} onClose={() => setEditedId(undefined)} />}
    </Section>
  );
}

interface CityRowProps {
  readonly city: TripCity;
  /** How many items of the programme are there. */
  readonly uses: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function CityRow({ city, uses, isFirst, isLast, onMove, onEdit, onRemove }: CityRowProps) {
  const { t } = useTranslation(['trips', 'actions']);
  const { text } = useFormat();
  const name = text(city.name);
  const others = writtenForms.map((form) => city.name[form].trim()).filter((each) => each !== '' && each !== name);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (step === undefined || !event.altKey) return;
    event.preventDefault();
    onMove(step);
  };
  return (
    <li className={classes.city} onKeyDown={onKeyDown}>
      <IconMapPin size={16} stroke={1.6} className={classes.pin} aria-hidden="true" />
      <span className={classes.grow}>
        <Text size="sm" fw={550} span>
          {name}
        </Text>
        {others.length > 0 && (
          <Text size="xs" c="dimmed" span ml={6}>
            {[...new Set(others)].join(' ')}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {[t('trips:cities.items', { count: uses }), city.zone === chinaTime ? '' : zoneInWords(city.zone)]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      </span>
      <Group gap={0} wrap="nowrap" className={classes.cityButtons}>
        <ActionIcon
          size={24}
          disabled={isFirst}
          aria-label={t('trips:cities.moveUp', { name })}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={14} />
        </ActionIcon>
        <ActionIcon
          size={24}
          disabled={isLast}
          aria-label={t('trips:cities.moveDown', { name })}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={14} />
        </ActionIcon>
        <ActionIcon size={24} aria-label={t('trips:cities.edit', { name })} onClick={onEdit}>
          <IconPencil size={14} />
        </ActionIcon>
        <ActionIcon size={24} aria-label={t('trips:cities.remove', { name })} onClick={onRemove}>
          <IconX size={14} />
        </ActionIcon>
      </Group>
    </li>
  );
}

interface CityFormProps {
  readonly trip: Trip;
  /** The city's id; a new one when no city has it. */
  readonly cityId: string;
  readonly onClose: () => void;
}

function CityForm({ trip, cityId, onClose }: CityFormProps) {
  const { t } = useTranslation('trips');
  const update = useDo('trips:update', { isInForm: true });
  const known = trip.cities.findIndex(({ id }) => id === cityId);
  const at = known === -1 ? trip.cities.length : known;
  const blank: TripCity = { id: cityId, name: noText, zone: trip.cities.at(-1)?.zone ?? chinaTime };
  const form = useRecordForm('trip', {
    draft: draftOf('trip', trip.id, 'city', known === -1 ? 'new' : cityId),
    initial: { ...formOf('trip', trip), cities: known === -1 ? [...trip.cities, blank] : trip.cities },
    onSubmit: ({ cities }) => update.run({ id: trip.id, patch: { cities } }),
    onSaved: onClose,
  });
  const city = form.values.cities[at] ?? blank;
  const change = (next: Partial<TripCity>): void =>
    form.set('cities', form.values.cities.with(at, { ...city, ...next }));
  const nameError = form.errorAt(`cities.${at}.name`);
  const zoneError = form.errorAt(`cities.${at}.zone`);
  return (
    <FormDrawer title={t(known === -1 ? 'cities.new' : 'cities.form')} form={form} onClose={onClose}>
      <LocalisedTextField
        label={t('cities.name')}
        required
        isOpen
        autoFocus
        value={city.name}
        error={nameError}
        onChange={(name) => change({ name })}
      />
      <Select
        label={t('cities.zone')}
        description={t('cities.zoneHint')}
        value={city.zone}
        error={zoneError}
        data={zones}
        searchable
        limit={80}
        onChange={(zone) => isTimeZone(zone) && change({ zone })}
      />
    </FormDrawer>
  );
}
