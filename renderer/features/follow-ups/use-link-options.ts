import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalisedText } from '@shared/domain/values';
import { writtenForms } from '@shared/domain/values';
import type { Option } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';

interface LinkOptions {
  readonly trips: readonly Option[];
  /** Those of the chosen trip when one is chosen, the newest first; and the one that is chosen already. */
  readonly meetings: readonly Option[];
}

/** The trips and meetings that a follow-up can be linked to. */
export function useLinkOptions(tripId: string | null, meetingId: string | null): LinkOptions {
  const { t } = useTranslation('terms');
  const { text, day } = useFormat();
  const { data: trips } = useAsk('trips:list', { isTemplate: false });
  const { data: meetings } = useAsk('meetings:list', {});
  return useMemo(
    () => ({
      trips: [...(trips ?? [])]
        .sort((one, other) => other.firstDay.localeCompare(one.firstDay))
        .map(({ id, title, reference }) => ({
          value: id,
          label: text(title),
          keywords: `${allForms(title)} ${reference}`,
        })),
      meetings: (meetings ?? [])
        .filter((meeting) => tripId === null || meeting.tripId === tripId || meeting.id === meetingId)
        .sort((one, other) => other.day.localeCompare(one.day))
        .map((meeting) => ({
          value: meeting.id,
          label: `${text(meeting.title) || t('missing.unnamed')} · ${day(meeting.day)}`,
          keywords: allForms(meeting.title),
        })),
    }),
    [trips, meetings, tripId, meetingId, text, day, t],
  );
}

function allForms(title: LocalisedText): string {
  return writtenForms.map((form) => title[form]).join(' ');
}
