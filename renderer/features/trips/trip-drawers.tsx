import { HandOver } from '@renderer/features/hand-over';
import { TakeTrip } from '@renderer/features/travel';
import type { Trip } from '@shared/domain/trip/schema';
import { SaveTemplateForm } from './template-forms';
import { TripDatesForm } from './trip-dates-form';
import { TripForm } from './trip-form';

/** What can be done with a trip in a form. */
export type TripDrawer = 'edit' | 'duplicate' | 'shift' | 'save-template' | 'take' | 'hand-over';

interface TripDrawersProps {
  readonly trip: Trip;
  readonly drawer: TripDrawer | undefined;
  readonly onClose: () => void;
  /** A copy was made. */
  readonly onDuplicated: (copy: Trip) => void;
}

/** The form that is open for a trip, if any. */
export function TripDrawers({ trip, drawer, onClose, onDuplicated }: TripDrawersProps) {
  switch (drawer) {
    case undefined:
      return null;
    case 'edit':
      return <TripForm trip={trip} onClose={onClose} />;
    case 'duplicate':
      return <TripDatesForm trip={trip} what="duplicate" onClose={onClose} onSaved={onDuplicated} />;
    case 'shift':
      return <TripDatesForm trip={trip} what="shift" onClose={onClose} />;
    case 'take':
      return <TakeTrip trip={trip} onClose={onClose} />;
    case 'hand-over':
      return <HandOver trip={trip} onClose={onClose} />;
    case 'save-template':
      return <SaveTemplateForm trip={trip} onClose={onClose} />;
  }
}
