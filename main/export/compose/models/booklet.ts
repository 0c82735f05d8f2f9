import type { LocalisedText } from '@shared/domain/values';
import type { PersonInDocument } from '../../document/people';
import type { DelegateInReport, ProgrammeDay, ProgrammeItem } from './report';
import type { ContactInDocument } from './contacts';
import type { TripInDocument } from './about';

/** The programme as a member of the delegation carries it. */
export interface ProgrammeBooklet {
  readonly about: TripInDocument;
  /** Whose programme it is; null for the whole delegation's. */
  readonly bearer: PersonInDocument | null;
  readonly delegation: readonly DelegateInReport[];
  readonly days: readonly BookletDay[];
  /** How many items were cancelled and are not listed. */
  readonly cancelled: number;
  /** How the delegation is reached; nobody in a booklet for readers outside. */
  readonly contacts: readonly ContactInDocument[];
}

export type BookletDay = Omit<ProgrammeDay, 'items'> & { readonly items: readonly BookletItem[] };

export interface BookletItem extends Omit<ProgrammeItem, 'transport'> {
  readonly transport:
    (NonNullable<ProgrammeItem['transport']> & { readonly seat: string; readonly booking: string }) | null;
  readonly address: LocalisedText;
  /** Whom of the host's side it is with. */
  readonly hosts: readonly PersonInDocument[];
  readonly interpreter: PersonInDocument | null;
  readonly dress: string;
  readonly gifts: string;
  readonly runningOrder: string;
}
