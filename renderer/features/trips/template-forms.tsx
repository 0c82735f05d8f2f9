import { useState } from 'react';
import { Center, Loader, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { daysLater, isCalendarDate } from '@shared/dates';
import type { Trip } from '@shared/domain/trip/schema';
import { hasText, noText } from '@shared/domain/values';
import type { TemplateSummary } from '@shared/ipc/trip-channels';
import { useFormat } from '../../lib/format';
import { draftOf } from '../../lib/drafts';
import { blankForm, formOf, useRecordForm } from '../../lib/forms';
import { useAsk, useDo } from '../../lib/ipc';
import { notifyDone } from '../../lib/notices';
import { DayField } from '../../ui/day-field';
import { FormDrawer } from '../../ui/form-drawer';
import { LocalisedTextField } from '../../ui/localised-text-field';
import classes from './trips.module.css';

interface FromTemplateProps {
  readonly onClose: () => void;
  readonly onSaved: (trip: Trip) => void;
}

/** A new trip out of a template: which, from when on, and what it is called. */
export function FromTemplateForm({ onClose, onSaved }: FromTemplateProps) {
  const templates = useAsk('trips:templates', {});
  const [first] = templates.data ?? [];
  if (!templates.data || !first) {
    return templates.isPending ? (
      <Center py="xl">
        <Loader />
      </Center>
    ) : null;
  }
  return <TemplateChoice templates={templates.data} first={first} onClose={onClose} onSaved={onSaved} />;
}

interface ChoiceProps extends FromTemplateProps {
  readonly templates: readonly TemplateSummary[];
  readonly first: TemplateSummary;
}

function keyOf({ source }: TemplateSummary): string {
  return source.kind === 'shipped' ? source.name : source.id;
}

function TemplateChoice({ templates, first, onClose, onSaved }: ChoiceProps) {
  const { t } = useTranslation('trips');
  const { text, days } = useFormat();
  const [chosen, setChosen] = useState(first);
  const create = useDo('trips:create-from-template', { isInForm: true });
  const form = useRecordForm('trip', {
    draft: draftOf('trip', 'from-template'),
    initial: blankForm('trip', { title: noText, firstDay: null, lastDay: null }),
    onSubmit: async ({ firstDay, title }) => {
      const answer = await create.run({ template: chosen.source, firstDay, title });
      if (answer.ok) onSaved(answer.value);
      return answer;
    },
    onSaved: onClose,
  });
  const { firstDay, title } = form.values;
  const lastDay = isCalendarDate(firstDay) ? daysLater(firstDay, chosen.days - 1) : undefined;

  const choose = (template: TemplateSummary): void => {
    if (!hasText(title) || JSON.stringify(title) === JSON.stringify(chosen.title)) form.set('title', template.title);
    if (isCalendarDate(firstDay)) form.set('lastDay', daysLater(firstDay, template.days - 1));
    setChosen(template);
  };

  return (
    <FormDrawer title={t('template.title')} form={form} onClose={onClose} size="lg" submitLabel={t('template.submit')}>
      <div role="radiogroup" aria-label={t('template.choose')} className={classes.gallery}>
        {templates.map((template, index) => {
          const isChosen = keyOf(template) === keyOf(chosen);
          return (
            <UnstyledButton
              key={keyOf(template)}
              role="radio"
              aria-checked={isChosen}
              tabIndex={isChosen ? 0 : -1}
              className={classes.template}
              onClick={() => choose(template)}
              onKeyDown={(event) => {
                const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
                const next = step === undefined ? undefined : templates[index + step];
                if (!next) return;
                event.preventDefault();
                choose(next);
                const sibling =
                  step === 1 ? event.currentTarget.nextElementSibling : event.currentTarget.previousElementSibling;
                if (sibling instanceof HTMLElement) sibling.focus();
              }}
            >
              <Text size="sm" fw={600}>
                {text(template.title)}
              </Text>
              <Text size="xs" c="dimmed">
                {t('template.days', { count: template.days })} · {t('template.items', { count: template.items })}
                {template.source.kind === 'saved' && ` · ${t('template.yours')}`}
              </Text>
            </UnstyledButton>
          );
        })}
      </div>
      <LocalisedTextField label={t('form.title')} {...form.field('title')} required autoFocus />
      <DayField
        label={t('form.firstDay')}
        {...form.field('firstDay')}
        required
        description={lastDay && isCalendarDate(firstDay) ? days(firstDay, lastDay) : undefined}
        onChange={(day) => {
          form.set('firstDay', day);
          form.set('lastDay', isCalendarDate(day) ? daysLater(day, chosen.days - 1) : null);
        }}
      />
    </FormDrawer>
  );
}

/** Keeps a trip's programme as a pattern for others. */
export function SaveTemplateForm({ trip, onClose }: { readonly trip: Trip; readonly onClose: () => void }) {
  const { t } = useTranslation('trips');
  const { text } = useFormat();
  const save = useDo('trips:save-as-template', { isInForm: true });
  const form = useRecordForm('trip', {
    draft: draftOf('trip', trip.id, 'template'),
    initial: formOf('trip', trip),
    onSubmit: async ({ title }) => {
      const answer = await save.run({ id: trip.id, title });
      if (answer.ok) notifyDone(t('template.saved', { title: text(answer.value.title) }));
      return answer;
    },
    onSaved: onClose,
  });
  return (
    <FormDrawer title={t('template.save')} form={form} onClose={onClose} submitLabel={t('template.submitSave')}>
      <Text size="sm" c="dimmed">
        {t('template.saveHint')}
      </Text>
      <LocalisedTextField label={t('template.name')} {...form.field('title')} required autoFocus />
    </FormDrawer>
  );
}
