import { Textarea } from '@mantine/core';
import type { Trip } from '@shared/domain/trip/schema';
import { SaveState } from '../../ui/save-state';
import { Section } from '../../ui/section';
import classes from './overview.module.css';
import { useDraft } from './use-draft';
import { useTripUpdate } from './use-trip';

interface EditedTextProps {
  readonly trip: Trip;
  readonly field: 'purpose' | 'observations' | 'conclusions';
  readonly title: string;
  readonly placeholder: string;
}

const longest = 20_000;

/** A text of the trip that is saved as it is typed. */
export function EditedText({ trip, field, title, placeholder }: EditedTextProps) {
  const update = useTripUpdate(trip.id);
  const { value, set, leave, saving } = useDraft(trip[field], (text) => update({ [field]: text }));
  return (
    <Section title={title} actions={saving && <SaveState saving={saving} />}>
      <Textarea
        aria-label={title}
        value={value}
        placeholder={placeholder}
        minRows={2}
        maxRows={24}
        maxLength={longest}
        className={classes.text}
        classNames={{ input: classes.quiet ?? '' }}
        onChange={(event) => set(event.currentTarget.value)}
        onBlur={() => void leave()}
      />
    </Section>
  );
}
