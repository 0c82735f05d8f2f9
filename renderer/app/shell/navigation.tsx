import { UnstyledButton } from '@mantine/core';
import { IconKeyboard, IconMaximize } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { LockButton } from '@renderer/features/lock';
import { useOpenMeetingNow } from '@renderer/features/meeting-mode';
import { isOverdue } from '@shared/domain/follow-up/rules';
import { useToday } from '../../lib/clock';
import { useAsk } from '../../lib/ipc';
import { BrandMark } from '../../ui/brand-mark';
import { KeyHint } from '../../ui/key-hint';
import classes from './navigation.module.css';
import { mainPlaces, otherPlaces } from './places';

type Place = (typeof mainPlaces)[number] | (typeof otherPlaces)[number];

/** The way to each place, with its key and what waits there. */
export function Navigation({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { t } = useTranslation('shell');
  const overdue = useOverdueCount();
  return (
    <nav className={classes.navigation} aria-label={t('navigation')}>
      <div className={classes.brand} aria-hidden="true">
        <BrandMark size={22} />
        <span>{t('appName')}</span>
      </div>
      <ul className={classes.list}>
        {mainPlaces.map((place, index) => (
          <li key={place.name}>
            <PlaceLink place={place} keys={`mod+${index + 1}`} overdue={place.name === 'followUps' ? overdue : 0} />
          </li>
        ))}
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
          <UnstyledButton className={classes.link} onClick={onShortcuts} aria-label={t('shortcuts.title')}>
            <IconKeyboard size={18} stroke={1.6} aria-hidden="true" />
            <span className={classes.name}>{t('shortcuts.short')}</span>
            <KeyHint keys="?" />
          </UnstyledButton>
        </li>
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
  readonly overdue?: number;
}

function PlaceLink({ place, keys, overdue = 0 }: PlaceLinkProps) {
  const { t } = useTranslation('shell');
  const Icon = place.icon;
  return (
    <NavLink to={place.to} className={({ isActive }) => [classes.link, isActive ? classes.active : ''].join(' ')}>
      <Icon size={18} stroke={1.6} aria-hidden="true" />
      <span className={classes.name}>{t(`places.${place.name}`)}</span>
      {overdue > 0 ? (
        <span className={classes.badge} aria-label={t('overdueBadge', { count: overdue })}>
          {overdue}
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
