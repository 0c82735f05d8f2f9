import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { leaveForms } from '../../lib/leave-forms';
import { paths } from '../../lib/paths';

/** The one key, and a second one for keyboards whose function keys do something else. */
export const meetingNowKeys = ['F8', 'mod+shift+m'] as const;

/** Where somebody was before meeting mode, so that leaving it goes back there. */
export interface FromState {
  readonly from: string;
}

export function isRoomPath(pathname: string): boolean {
  return pathname === paths.meetingNow || pathname.startsWith(`${paths.meetingNow}/`);
}

export function fromOf(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('from' in state)) return null;
  return typeof state.from === 'string' ? state.from : null;
}

/**
 * Goes to the meeting that is on now, or to a given one, in meeting mode: from a half-filled form too, whose words are
 * kept and offered again.
 */
export function useOpenMeetingNow(): (meetingId?: string) => void {
  const navigate = useNavigate();
  const location = useLocation();
  const here = `${location.pathname}${location.search}`;
  // Pressed again on the way in, it must not make the way out lead back in.
  const from = isRoomPath(location.pathname) ? (fromOf(location.state) ?? paths.today) : here;
  return useCallback(
    (meetingId) => {
      const state: FromState = { from };
      void leaveForms().then((isLeft) => {
        if (isLeft) void navigate(meetingId === undefined ? paths.meetingNow : paths.room(meetingId), { state });
      });
    },
    [navigate, from],
  );
}
