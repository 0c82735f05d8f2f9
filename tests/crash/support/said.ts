import type { StoreNotice } from '@shared/ipc/app-channels';

/** One record as a change leaves it. */
export interface Write {
  /** `<type>:<id>` */
  readonly key: string;
  readonly label: string;
  readonly isNew: boolean;
  readonly isTrashed: boolean;
}

/**
 * What a session says of itself, as it happens: what it asks of the store before it asks, and what the store answers
 * after it has answered. A session in another process says it in lines of JSON.
 */
export type Said =
  | { readonly say: 'opening' }
  | { readonly say: 'found'; readonly holding: readonly (readonly [string, string])[]; readonly notices: StoreNotice[] }
  | { readonly say: 'asks'; readonly step: number; readonly writes: readonly Write[] }
  | { readonly say: 'restores'; readonly step: number; readonly backup: string }
  | { readonly say: 'done'; readonly step: number }
  | { readonly say: 'refused'; readonly step: number; readonly code: string }
  | { readonly say: 'holds'; readonly holding: readonly (readonly [string, string])[] }
  | { readonly say: 'backs-up' }
  | { readonly say: 'backed-up'; readonly name: string }
  /** The backup that a restore made of what was there before it. */
  | { readonly say: 'backed-up-before'; readonly step: number; readonly name: string }
  | { readonly say: 'keeps'; readonly sha256: string }
  | { readonly say: 'reseals' }
  | { readonly say: 'compacted' }
  /** Something happened that must never happen, whatever the disk does. */
  | { readonly say: 'wrong'; readonly what: string };
