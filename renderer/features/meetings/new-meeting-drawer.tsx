interface NewMeetingDrawerProps {
  readonly tripId?: string;
  readonly organisationId?: string;
  readonly onClose: () => void;
}

/** A meeting that stands in no programme: a call, a reception. Shown while it is rendered. */
export function NewMeetingDrawer({ onClose }: NewMeetingDrawerProps) {
  return <button type="button" onClick={onClose} />;
}
