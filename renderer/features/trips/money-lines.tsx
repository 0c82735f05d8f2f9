import { useRef } from 'react';
import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MoneyLine, Trip } from '@shared/domain/trip/schema';
import { currencies } from '@shared/domain/values';
import { useFormat } from '../../lib/format';
import { SaveState } from '../../ui/save-state';
import { Section } from '../../ui/section';
import { balances } from './balances';
import classes from './overview.module.css';
import { useDraft } from './use-draft';
import { useTripUpdate } from './use-trip';

const most = 500;
const longest = 300;
const largest = 10_000_000_000;

/** What the trip may cost and what it has cost, with what is left in each currency. */
export function MoneyLines({ trip }: { readonly trip: Trip }) {
  const { t } = useTranslation('trips');
  const { money } = useFormat();
  const sums = balances(trip.budget, trip.expenditure);
  return (
    <Section title={t('money.title')} frame="padded">
      <div className={classes.money}>
        <Lines trip={trip} field="budget" />
        <Lines trip={trip} field="expenditure" />
      </div>
      {sums.length > 0 && (
        <table className={classes.sums} aria-label={t('money.sums')}>
          <thead>
            <tr>
              <th scope="col">{t('money.currency')}</th>
              <th scope="col">{t('money.budget')}</th>
              <th scope="col">{t('money.expenditure')}</th>
              <th scope="col">{t('money.left')}</th>
            </tr>
          </thead>
          <tbody>
            {sums.map(({ currency, budget, spent, left }) => (
              <tr key={currency}>
                <th scope="row">{currency}</th>
                <td>{money({ currency, minor: budget })}</td>
                <td>{money({ currency, minor: spent })}</td>
                <td data-over={left < 0 || undefined}>{money({ currency, minor: left })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Lines({ trip, field }: { readonly trip: Trip; readonly field: 'budget' | 'expenditure' }) {
  const { t } = useTranslation('trips');
  const update = useTripUpdate(trip.id);
  const { value, set, leave, saving } = useDraft<readonly MoneyLine[]>(trip[field], (lines) =>
    update({ [field]: [...lines] }),
  );
  const list = useRef<HTMLUListElement>(null);
  const change = (index: number, next: Partial<MoneyLine>): void => {
    const line = value[index];
    if (line) set(value.with(index, { ...line, ...next }));
  };
  const add = (): void => {
    const currency = value.at(-1)?.amount.currency ?? 'HKD';
    set([...value, { id: crypto.randomUUID(), description: '', amount: { currency, minor: 0 } }]);
    // The new line is drawn after this.
    setTimeout(
      () => [...(list.current?.querySelectorAll<HTMLInputElement>('[data-description]') ?? [])].at(-1)?.focus(),
      0,
    );
  };
  return (
    <section aria-label={t(`money.${field}`)}>
      <div className={classes.moneyHead}>
        <h3>{t(`money.${field}`)}</h3>
        {saving && <SaveState saving={saving} />}
      </div>
      <ul
        ref={list}
        className={classes.lines}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) void leave();
        }}
      >
        {value.map((line, index) => {
          const number = index + 1;
          return (
            <li key={line.id} className={classes.line}>
              <TextInput
                data-description
                size="xs"
                classNames={{ input: classes.quiet ?? '' }}
                aria-label={t('money.description', { number })}
                placeholder={t('money.descriptionHint')}
                value={line.description}
                maxLength={longest}
                onChange={(event) => change(index, { description: event.currentTarget.value })}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
                }}
              />
              <Select
                size="xs"
                classNames={{ input: classes.quiet ?? '' }}
                aria-label={t('money.currencyOf', { number })}
                value={line.amount.currency}
                data={[...currencies]}
                onChange={(next) => {
                  const currency = currencies.find((each) => each === next);
                  if (currency) change(index, { amount: { ...line.amount, currency } });
                }}
              />
              <NumberInput
                size="xs"
                aria-label={t('money.amount', { number })}
                value={line.amount.minor / 100}
                decimalScale={2}
                fixedDecimalScale
                thousandSeparator=","
                hideControls
                min={-largest}
                max={largest}
                classNames={{ input: `${classes.amount} ${classes.quiet}` }}
                onFocus={(event) => event.currentTarget.select()}
                onChange={(amount) =>
                  change(index, { amount: { ...line.amount, minor: Math.round(Number(amount) * 100) || 0 } })
                }
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
                }}
              />
              <ActionIcon
                size={24}
                aria-label={t('money.remove', { number })}
                onClick={() => set(value.toSpliced(index, 1))}
              >
                <IconX size={14} />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={13} />}
        disabled={value.length >= most}
        onClick={add}
      >
        {t(`money.add.${field}`)}
      </Button>
    </section>
  );
}
