import type { Instant } from '../../dates';
import type { MeetingSlot } from './slots';

/** How long before its beginning a meeting is already the one that is meant, in milliseconds. */
const soon = 30 * 60_000;
/** How long after its end an unfinished meeting is still the one that is meant, in milliseconds. */
const justEnded = 30 * 60_000;

/** The meeting that is meant by "now", why, and what comes after it. */
export type MeetingNow =
  | {
      readonly kind: 'on' | 'soon' | 'just-ended';
      readonly slot: MeetingSlot;
      readonly next: MeetingSlot | undefined;
    }
  | { readonly kind: 'none'; readonly next: MeetingSlot | undefined };

interface TimedSlot extends MeetingSlot {
  readonly span: NonNullable<MeetingSlot['span']>;
}

/**
 * The meeting that is on by the programme and the clock: what is running and not closed yet; else what begins within
 * half an hour; else what is running though its notes are complete; else the unfinished one that ended last within half
 * an hour. Of several that run at once: where the officer takes part, guests before an internal item, the last begun.
 */
export function meetingNow(slots: readonly MeetingSlot[], at: Instant): MeetingNow {
  const now = Date.parse(at);
  const timed = slots.filter(isTimed);
  const running = timed.filter(({ span }) => span.begins <= now && now < span.ends).sort(compareRunning);
  const ahead = timed
    .filter(({ span }) => span.begins > now)
    .sort((one, other) => one.span.begins - other.span.begins || compareWeight(one, other));
  const [next] = ahead;
  const on = running.find((slot) => !isComplete(slot));
  if (on !== undefined) return { kind: 'on', slot: on, next };
  if (next !== undefined && next.span.begins - now <= soon) return { kind: 'soon', slot: next, next: ahead[1] };
  const [closed] = running;
  if (closed !== undefined) return { kind: 'on', slot: closed, next };
  const [ended] = timed
    .filter((slot) => slot.span.ends <= now && now - slot.span.ends <= justEnded && !isComplete(slot))
    .sort((one, other) => other.span.ends - one.span.ends || compareRunning(one, other));
  return ended === undefined ? { kind: 'none', next } : { kind: 'just-ended', slot: ended, next };
}

function isTimed(slot: MeetingSlot): slot is TimedSlot {
  return slot.span !== null;
}

function isComplete({ meeting }: MeetingSlot): boolean {
  return meeting?.status === 'complete';
}

function compareRunning(one: TimedSlot, other: TimedSlot): number {
  return compareWeight(one, other) || other.span.begins - one.span.begins;
}

/** Where the officer takes part before where not; guests before an internal item. */
function compareWeight(one: MeetingSlot, other: MeetingSlot): number {
  return Number(other.isMine) - Number(one.isMine) || Number(isInternal(one)) - Number(isInternal(other));
}

function isInternal({ item }: MeetingSlot): boolean {
  return item?.kind === 'internal';
}
