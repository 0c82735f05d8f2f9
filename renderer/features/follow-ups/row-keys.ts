import type { KeyboardEvent } from 'react';
import type { FollowUp } from '@shared/domain/follow-up/schema';
import type { FollowUpActs } from './use-follow-up-acts';

/** Space or X ticks the row off, Delete moves it to the Trash; the focus goes on to the next row, ready for the next key. */
export function onFollowUpKey(event: KeyboardEvent, followUp: FollowUp, acts: FollowUpActs): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === ' ' || event.key.toLowerCase() === 'x') {
    event.preventDefault();
    focusNeighbour(event.currentTarget);
    void acts.toggleDone(followUp);
  } else if (event.key === 'Delete') {
    event.preventDefault();
    focusNeighbour(event.currentTarget);
    void acts.trash(followUp);
  }
}

/** The row itself moves down among the closed ones, or goes; its reader stays where they are. */
function focusNeighbour(row: Element): void {
  const next = row.nextElementSibling ?? row.previousElementSibling;
  if (next instanceof HTMLElement) next.focus();
}
