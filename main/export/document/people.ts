import type { RecordOf } from '@shared/domain/records';
import type { LocalisedText } from '@shared/domain/values';

export interface PersonInDocument {
  readonly name: LocalisedText;
  readonly romanisation: string;
  readonly honorific: RecordOf<'person'>['honorific'];
  /** What the person is, where: the post on our side, or the posts held on the day at the organisations met. */
  readonly posts: readonly PostInDocument[];
}

export interface PostInDocument {
  readonly title: LocalisedText;
  /** Named only where it does not go without saying. */
  readonly organisation: LocalisedText | null;
}
