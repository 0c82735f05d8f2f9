import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { timeZoneHere, wallClockAt } from '@shared/dates';
import type { Instant } from '@shared/dates';
import type { NoteVersionSummary } from '@shared/ipc/note-channels';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import classes from './note-history.module.css';

interface VersionListProps {
  /** The newest first. */
  readonly versions: readonly NoteVersionSummary[];
  readonly chosenId: string;
  readonly onChoose: (id: string) => void;
}

/** When each version was kept, by whom, and how much longer or shorter it was. The arrow keys go through them. */
export function VersionList({ versions, chosenId, onChoose }: VersionListProps) {
  const { t } = useTranslation('note-history');
  const { day, clock, number } = useFormat();
  // Two versions may be of one minute.
  const moment = (keptAt: Instant): string => `${day(wallClockAt(keptAt, timeZoneHere()).day)}, ${clock(keptAt)}`;
  const { personName } = useDirectory();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const at = versions.findIndex(({ id }) => id === chosenId);
    const last = versions.length - 1;
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last };
    const to = versions[Math.min(last, Math.max(0, steps[event.key] ?? -1))];
    if (steps[event.key] === undefined || to === undefined) return;
    event.preventDefault();
    onChoose(to.id);
  };

  const changed = (difference: number): string =>
    difference === 0
      ? t('sameLength')
      : t(difference > 0 ? 'longer' : 'shorter', {
          count: Math.abs(difference),
          characters: number(Math.abs(difference)),
        });

  return (
    <div
      ref={list}
      className={classes.list}
      role="listbox"
      tabIndex={0}
      aria-label={t('title')}
      aria-activedescendant={`version-${chosenId}`}
      onKeyDown={onKeyDown}
    >
      {versions.map(({ id, keptAt, writtenBy, difference }) => (
        <div
          key={id}
          id={`version-${id}`}
          role="option"
          aria-selected={id === chosenId}
          className={classes.version}
          onClick={() => onChoose(id)}
        >
          <time dateTime={keptAt}>{moment(keptAt)}</time>
          <span className={classes.about}>
            {personName(writtenBy)} · {changed(difference)}
          </span>
        </div>
      ))}
    </div>
  );
}
