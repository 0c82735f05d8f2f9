import { UnstyledButton } from '@mantine/core';
import { IconKeyboard, IconMaximize } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useConflictCounts } from '@renderer/features/conflicts';
import { LockButton } from '@renderer/features/lock';
import { useOpenMeetingNow } from '@renderer/features/meeting-mode';
import { SyncLine } from '@renderer/features/sync';
import { isOverdue } from '@shared/domain/follow-up/rules';
import { useToday } from '../../lib/clock';
import { useAsk } from '../../lib/ipc';
import { BrandMark } from '../../ui/brand-mark';
import { KeyHint } from '../../ui/key-hint';
import classes from './navigation.module.css';
import { conflictsPlace, mainPlaces, otherPlaces } from './places';

type Place = (typeof mainPlaces)[number] | (typeof otherPlaces)[number] | typeof conflictsPlace;

/** The way to each place, with its key and what waits there. */
export function Navigation({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { t } = useTranslation(['shell', 'conflicts']);
  const overdue = useOverdueCount();
  const conflicts = useConflictCounts();
  const overdueWords = t('shell:overdueBadge', { count: overdue });
  return (
    <nav className={classes.navigation} aria-label={t('shell:navigation')}>
      <div className={classes.brand} aria-hidden="true">
        <BrandMark size={22} />
        <span>{t('shell:appName')}</span>
      </div>
      <ul className={classes.list}>
        {mainPlaces.map((place, index) => (
          <li key={place.name}>
            <PlaceLink
              place={place}
              keys={`mod+${index + 1}`}
              {...(place.name === 'followUps' ? { waiting: overdue, waitingWords: overdueWords } : {})}
            />
          </li>
        ))}
        {conflicts.open + conflicts.settled > 0 && (
          <li>
            <PlaceLink
              place={conflictsPlace}
              waiting={conflicts.open}
              waitingWords={t('conflicts:badge', { count: conflicts.open })}
            />
          </li>
        )}
      </ul>
      <ul className={classes.list}>
        <li>
          <MeetingNowLink />
        </li>
        {otherPlaces.map((place) => (
          <li key={place.name}>
            <PlaceLink place={place} />
          </li>
        ))}
        <LockButton className={classes.link} nameClassName={classes.name} />
        <li>
          <UnstyledButton className={classes.link} onClick={onShortcuts} aria-label={t('shell:shortcuts.title')}>
            <IconKeyboard size={18} stroke={1.6} aria-hidden="true" />
            <span className={classes.name}>{t('shell:shortcuts.short')}</span>
            <KeyHint keys="?" />
          </UnstyledButton>
        </li>
        <SyncLine />
      </ul>
    </nav>
  );
}

function MeetingNowLink() {
  const { t } = useTranslation('room');
  const open = useOpenMeetingNow();
  return (
    <UnstyledButton className={classes.link} onClick={() => open()}>
      <IconMaximize size={18} stroke={1.6} aria-hidden="true" />
      <span className={classes.name}>{t('open')}</span>
      <KeyHint keys="F8" />
    </UnstyledButton>
  );
}

interface PlaceLinkProps {
  readonly place: Place;
  readonly keys?: string;
  /** How much waits there, and in words what. */
  readonly waiting?: number;
  readonly waitingWords?: string;
}

function PlaceLink({ place, keys, waiting = 0, waitingWords = '' }: PlaceLinkProps) {
  const { t } = useTranslation('shell');
  const Icon = place.icon;
  return (
    <NavLink to={place.to} className={({ isActive }) => [classes.link, isActive ? classes.active : ''].join(' ')}>
      <Icon size={18} stroke={1.6} aria-hidden="true" />
      <span className={classes.name}>{t(`places.${place.name}`)}</span>
      {waiting > 0 ? (
        <span className={classes.badge} aria-label={waitingWords}>
          {waiting}
        </span>
      ) : (
        keys && <KeyHint keys={keys} />
      )}
    </NavLink>
  );
}

function useOverdueCount(): number {
  const today = useToday();
  const { data } = useAsk('follow-ups:list', {});
  return data?.filter((followUp) => isOverdue(followUp, today)).length ?? 0;
}
