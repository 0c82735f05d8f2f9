import { useState } from 'react';
import type { Trip } from '@shared/domain/trip/schema';
import { useTranslation } from 'react-i18next';
import { NewsNotice } from '@renderer/features/news';
import { NoteMenu } from '@renderer/features/note-history';
import { NoteEditor } from '@renderer/features/notes';
import { Section } from '../../ui/section';
import { CityList } from './city-list';
import { ComingUp } from './coming-up';
import { EditedText } from './edited-text';
import { MoneyLines } from './money-lines';
import { Objectives } from './objectives';
import classes from './overview.module.css';

/** What the trip is for, where it goes, what comes next, what it costs, and what was learned. */
export function TripOverview({ trip }: { readonly trip: Trip }) {
  const { t } = useTranslation('trips');
  // After its note went to the Trash the editor begins a new one.
  const [thrownAway, setThrownAway] = useState(0);
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        <NewsNotice type="trip" id={trip.id} />
        <EditedText trip={trip} field="purpose" title={t('overview.purpose')} placeholder={t('overview.purposeHint')} />
        <Objectives trip={trip} />
        <MoneyLines trip={trip} />
        <EditedText
          trip={trip}
          field="observations"
          title={t('overview.observations')}
          placeholder={t('overview.observationsHint')}
        />
        <EditedText
          trip={trip}
          field="conclusions"
          title={t('overview.conclusions')}
          placeholder={t('overview.conclusionsHint')}
        />
        <Section
          title={t('overview.notes')}
          actions={<NoteMenu subject={{ type: 'trip', id: trip.id }} onTrashed={() => setThrownAway(thrownAway + 1)} />}
        >
          <NoteEditor key={thrownAway} subject={{ type: 'trip', id: trip.id }} />
        </Section>
      </div>
      <aside className={classes.side} aria-label={t('overview.side')}>
        <ComingUp trip={trip} />
        <CityList trip={trip} />
      </aside>
    </div>
  );
}
