import { useTranslation } from 'react-i18next';
import { PersonPicture } from '@renderer/features/files';
import { usePosts } from '@renderer/features/meetings';
import type { Meeting } from '@shared/domain/meeting/schema';
import { allNames } from '@shared/domain/person/rules';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { KeyHint } from '../../ui/key-hint';
import { initialsOf } from './initials';
import { RoomSection } from './room-section';
import classes from './room.module.css';

interface RoomPeopleProps {
  readonly meeting: Meeting;
  readonly interpreterId: string | null;
}

/** Who sits across the table, in order of precedence, and our own side below. */
export function RoomPeople({ meeting, interpreterId }: RoomPeopleProps) {
  const { t } = useTranslation('room');
  const { theirAttendeeIds, ourAttendeeIds } = meeting;
  const postOf = usePosts(meeting.organisationIds, meeting.day);
  return (
    <>
      <RoomSection title={t('theirs')} count={theirAttendeeIds.length}>
        {theirAttendeeIds.length === 0 ? (
          <p className={classes.quiet}>
            {t('nobodyTheirs')} <KeyHint keys="F9" />
          </p>
        ) : (
          <ol className={classes.people}>
            {theirAttendeeIds.map((id) => (
              <Attendee key={id} id={id} post={postOf(id)} hasFace />
            ))}
          </ol>
        )}
      </RoomSection>
      {ourAttendeeIds.length > 0 && (
        <RoomSection title={t('ours')} count={ourAttendeeIds.length}>
          <ol className={classes.people}>
            {ourAttendeeIds.map((id) => (
              <Attendee key={id} id={id} post={id === interpreterId ? t('interpreter') : postOf(id)} />
            ))}
          </ol>
        </RoomSection>
      )}
    </>
  );
}

interface AttendeeProps {
  readonly id: string;
  readonly post: string;
  readonly hasFace?: boolean;
}

function Attendee({ id, post, hasFace = false }: AttendeeProps) {
  const { t } = useTranslation('terms');
  const { form } = useFormat();
  const { person, personName } = useDirectory();
  const known = person(id);
  const [name = personName(id), ...others] = known ? allNames(known, form) : [];
  const address = known && known.honorific !== 'none' ? `${t(`honorific.${known.honorific}`)} ` : '';
  return (
    <li className={classes.person} data-face={hasFace || undefined}>
      {hasFace && known && (
        <PersonPicture person={known} name={name} size={40}>
          {initialsOf(known)}
        </PersonPicture>
      )}
      <span className={classes.personWords}>
        <span className={classes.personName}>
          {address}
          {name} {others.length > 0 && <span className={classes.otherName}>{others.join(' · ')}</span>}
        </span>
        {post !== '' && <span className={classes.post}>{post}</span>}
      </span>
    </li>
  );
}
