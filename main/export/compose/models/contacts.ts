import type { LocalisedText } from '@shared/domain/values';
import type { PersonInDocument } from '../../document/people';
import type { DelegationRole } from '../models/terms';
import type { TripInDocument } from './about';

/** How everybody on a trip is reached. */
export interface ContactSheet {
  readonly about: TripInDocument;
  /** In order of precedence. */
  readonly ours: readonly ContactInDocument[];
  /** The organisations in the order in which they are visited. */
  readonly theirs: readonly {
    readonly organisation: LocalisedText | null;
    readonly people: readonly ContactInDocument[];
  }[];
}

export interface ContactInDocument {
  readonly person: PersonInDocument;
  /** Of our own side. */
  readonly role: DelegationRole | null;
  /** How the person is reached while travelling. */
  readonly onTheWay: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly wechatId: string;
  readonly assistant: string;
}
