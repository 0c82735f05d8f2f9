import { useTranslation } from 'react-i18next';
import { PersonPicture } from '@renderer/features/files';
import { usePosts } from '@renderer/features/meetings';
import type { Meeting } from '@shared/domain/meeting/schema';
import { allNames } from '@shared/domain/person/rules';
import { useAddressForm } from '../../lib/address-form';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { KeyHint } from '../../ui/key-hint';
import { initialsOf } from './initials';
import { RoomSection } from './room-section';
import classes from './room.module.css';

/** Who sits across the table, in order of precedence. */
export function TheirSide({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation('room');
  const ids = meeting.theirAttendeeIds;
  const postOf = usePosts(meeting.organisationIds, meeting.day);
  return (
    <RoomSection title={t('theirs')} count={ids.length}>
      {ids.length === 0 ? (
        <p className={classes.quiet}>
          {t('nobodyTheirs')} <KeyHint keys="F9" />
        </p>
      ) : (
        <ol className={classes.people}>
          {ids.map((id) => (
            <Attendee key={id} id={id} post={postOf(id)} hasFace />
          ))}
        </ol>
      )}
    </RoomSection>
  );
}

interface OurSideProps {
  readonly meeting: Meeting;
  readonly interpreterId: string | null;
}

/** Our own people at the table, in order of precedence. */
export function OurSide({ meeting, interpreterId }: OurSideProps) {
  const { t } = useTranslation('room');
  const ids = meeting.ourAttendeeIds;
  const postOf = usePosts(meeting.organisationIds, meeting.day);
  if (ids.length === 0) return null;
  return (
    <RoomSection title={t('ours')} count={ids.length}>
      <ol className={classes.people}>
        {ids.map((id) => (
          <Attendee key={id} id={id} post={id === interpreterId ? t('interpreter') : postOf(id)} />
        ))}
      </ol>
    </RoomSection>
  );
}

interface AttendeeProps {
  readonly id: string;
  readonly post: string;
  readonly hasFace?: boolean;
}

function Attendee({ id, post, hasFace = false }: AttendeeProps) {
  const addressed = useAddressForm();
  const { form } = useFormat();
  const { person, personName } = useDirectory();
  const known = person(id);
  const [name = personName(id), ...others] = known ? allNames(known, form) : [];
  return (
    <li className={classes.person} data-face={hasFace || undefined}>
      {hasFace && known && (
        <PersonPicture person={known} name={name} size={40}>
          {initialsOf(known)}
        </PersonPicture>
      )}
      <span className={classes.personWords}>
        <span className={classes.personName}>
          {addressed(name, known?.honorific ?? 'none')}{' '}
          {others.length > 0 && <span className={classes.otherName}>{others.join(' · ')}</span>}
        </span>
        {post !== '' && <span className={classes.post}>{post}</span>}
      </span>
    </li>
  );
}
