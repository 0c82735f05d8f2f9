import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaptureDialog, captureKeys } from '@renderer/features/capture';
import { NoteEditor } from '@renderer/features/notes';
import type { Meeting } from '@shared/domain/meeting/schema';
import { request, useAppEvent } from '../../lib/ipc';
import { notifyDone, notifyFailure } from '../../lib/notices';
import { isDialogOpen, useShortcuts } from '../../lib/shortcuts';
import { RoomHeader } from './room-header';
import { OurSide, TheirSide } from './room-people';
import { RoomPoints } from './room-points';
import { OpenAsks } from './open-asks';
import classes from './room.module.css';
import { useLeaveKey } from './use-leave-key';
import { meetingNowKeys } from './use-open-meeting-now';
import { useRoom } from './use-room';

/** A meeting and nothing else: the note in the middle, whom one faces and what to raise beside it, the clock above. */
export function Room({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation(['room', 'capture']);
  const room = useRoom(meeting);
  const note = useRef<HTMLDivElement>(null);
  const [isCapturing, setCapturing] = useState(false);
  const [openedAt] = useState(() => Date.now());
  const capture = useCallback(() => setCapturing(true), []);

  const goToNow = async (): Promise<void> => {
    const answer = await request('meetings:open-now', {});
    if (!answer.ok) notifyFailure(answer.failure);
    else if (answer.value.found === 'none') notifyDone(t('room:noneOn'));
    else if (answer.value.meeting.id === meeting.id) {
      focusNote(note.current);
      notifyDone(t('room:isHere'));
    } else room.goToMeeting(answer.value.meeting.id);
  };
  useLeaveKey(room.leave);
  useAppEvent('menu', ({ command }) => {
    if (command === 'capture-person') capture();
    if (command === 'meeting-now' && !isDialogOpen()) void goToNow();
  });
  useShortcuts([
    ...meetingNowKeys.map((keys) => ({ keys, label: t('room:openHint'), run: () => void goToNow() })),
    ...captureKeys.map((keys) => ({ keys, label: t('capture:shortcut'), isHeardOverDialogs: true, run: capture })),
    { keys: 'mod+PageUp', label: t('room:previous'), run: () => void room.goTo(room.previous) },
    { keys: 'mod+PageDown', label: t('room:next'), run: () => void room.goTo(room.next) },
  ]);

  return (
    <div className={classes.room}>
      <RoomHeader meeting={meeting} room={room} openedAt={openedAt} onCapture={capture} />
      <div className={classes.body}>
        <section
          ref={note}
          className={classes.note}
          aria-label={t('room:note')}
          onMouseDown={(event) => {
            // The empty space below a short note belongs to it.
            if (!isBeside(event.target, event.currentTarget)) return;
            event.preventDefault();
            focusNote(note.current);
          }}
        >
          <div className={classes.sheet}>
            <NoteEditor subject={{ type: 'meeting', id: meeting.id }} isFocusedFirst />
          </div>
        </section>
        <aside className={classes.aside} aria-label={t('room:beside')} tabIndex={0}>
          <TheirSide meeting={meeting} />
          <RoomPoints meeting={meeting} item={room.item} />
          <OpenAsks meeting={meeting} />
          <OurSide meeting={meeting} interpreterId={room.item?.interpreterId ?? null} />
        </aside>
      </div>
      {isCapturing && <CaptureDialog meeting={meeting} onClose={() => setCapturing(false)} />}
    </div>
  );
}

function isBeside(target: EventTarget, note: HTMLElement): boolean {
  return target === note || (target instanceof HTMLElement && target.parentElement === note);
}

/** The last text field of the note is one's own. */
function focusNote(note: HTMLElement | null): void {
  const fields = note?.querySelectorAll<HTMLElement>('textarea, [contenteditable="true"]') ?? [];
  [...fields].at(-1)?.focus();
}
