import { useMemo } from 'react';
import { Button, Group, Select, UnstyledButton } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { sectors } from '@shared/domain/organisation/schema';
import type { SearchedKind } from '@shared/ipc/search-channels';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';
import { compareNames } from '../../lib/name-order';
import { DayField } from '../../ui/day-field';
import { RecordSelect } from '../../ui/record-select';
import { narrowedBy, nothingAsked } from './question';
import type { Question } from './question';
import classes from './search.module.css';

const trip = ['trip'] as const;

/** The kinds that one looks through by name; what else is found stands under everything. */
const offeredKinds = [
  'person',
  'organisation',
  'trip',
  'itinerary-item',
  'meeting',
  'note',
  'follow-up',
  'attachment',
] as const satisfies readonly SearchedKind[];

interface NarrowingProps {
  readonly question: Question;
  readonly onChange: (part: Partial<Question>) => void;
  readonly isUnfolded: boolean;
  readonly onUnfold: (isUnfolded: boolean) => void;
}

/** Where to look: one kind, one trip, a city, a sector, some days. */
export function Narrowing({ question, onChange, isUnfolded, onUnfold }: NarrowingProps) {
  const { t } = useTranslation(['search', 'terms']);
  const count = narrowedBy(question);
  return (
    <div className={classes.narrowing}>
      <Group gap={4} role="group" aria-label={t('search:kinds')}>
        <KindButton
          isOn={question.kind === null}
          words={t('search:everything')}
          onClick={() => onChange({ kind: null })}
        />
        {offeredKinds.map((kind) => (
          <KindButton
            key={kind}
            isOn={question.kind === kind}
            words={t(`terms:records.${kind}`)}
            onClick={() => onChange({ kind: question.kind === kind ? null : kind })}
          />
        ))}
        <UnstyledButton
          className={classes.filter}
          aria-expanded={isUnfolded}
          data-on={count > 0 || undefined}
          onClick={() => onUnfold(!isUnfolded)}
        >
          <IconFilter size={14} stroke={1.6} aria-hidden="true" />
          {count === 0 ? t('search:narrow') : t('search:narrowed', { count })}
        </UnstyledButton>
      </Group>
      {isUnfolded && <Places question={question} onChange={onChange} />}
    </div>
  );
}

interface KindButtonProps {
  readonly isOn: boolean;
  readonly words: string;
  readonly onClick: () => void;
}

function KindButton({ isOn, words, onClick }: KindButtonProps) {
  return (
    <UnstyledButton className={classes.kindButton} aria-pressed={isOn} onClick={onClick}>
      {words}
    </UnstyledButton>
  );
}

type PlacesProps = Pick<NarrowingProps, 'question' | 'onChange'>;

function Places({ question, onChange }: PlacesProps) {
  const { t } = useTranslation(['search', 'terms', 'ui']);
  const { text } = useFormat();
  const trips = useAsk('trips:list', {});
  const { organisations } = useDirectory();
  const tripOptions = useMemo(
    () =>
      (trips.data ?? [])
        .filter(({ isTemplate }) => !isTemplate)
        .map(({ id, title, reference }) => ({
          value: id,
          label: text(title) || reference,
          keywords: [title.en, title.zhHant, title.zhHans, reference].join(' '),
        })),
    [trips.data, text],
  );
  const cities = useMemo(() => {
    const named = [
      ...(trips.data ?? []).flatMap((trip) => trip.cities.map(({ name }) => text(name))),
      ...organisations.map(({ city }) => text(city)),
    ];
    return [...new Set(named.filter((name) => name !== ''))].sort(compareNames);
  }, [trips.data, organisations, text]);
  return (
    <div className={classes.places}>
      <RecordSelect
        label={t('search:inTrip')}
        options={tripOptions}
        kinds={trip}
        value={question.tripId}
        onChange={(tripId) => onChange({ tripId })}
      />
      <Select
        label={t('search:inCity')}
        data={cities}
        value={question.city === '' ? null : question.city}
        onChange={(city) => onChange({ city: city ?? '' })}
        searchable
        clearable
      />
      <Select
        label={t('search:inSector')}
        data={sectors.map((value) => ({ value, label: t(`terms:sector.${value}`) }))}
        value={question.sector}
        onChange={(next) => onChange({ sector: sectors.find((each) => each === next) ?? null })}
        searchable
        clearable
      />
      <DayField
        label={t('search:from')}
        value={question.from}
        onChange={(from) => onChange({ from })}
        max={question.to ?? undefined}
      />
      <DayField
        label={t('search:to')}
        value={question.to}
        onChange={(to) => onChange({ to })}
        min={question.from ?? undefined}
      />
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.clear}
        leftSection={<IconX size={14} aria-hidden="true" />}
        disabled={narrowedBy(question) === 0}
        onClick={() => onChange({ ...nothingAsked, text: question.text, kind: question.kind })}
      >
        {t('search:everywhere')}
      </Button>
    </div>
  );
}
