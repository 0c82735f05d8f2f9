import { useState } from 'react';
import type { ReactNode } from 'react';
import { Avatar, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@shared/domain/attachment/schema';
import type { Person } from '@shared/domain/person/schema';
import { useAsk, useDo } from '../../lib/ipc';
import { PictureViewer } from './picture-viewer';
import { isPicture } from '@shared/domain/attachment/rules';
import { useThumbnail } from './use-thumbnail';
import classes from './files.module.css';

interface PersonPictureProps {
  readonly person: Pick<Person, 'id' | 'photographId' | 'cardImageIds'>;
  /** The person's name as it is shown beside it. */
  readonly name: string;
  /** In pixels: how high it is. */
  readonly size?: number;
  /** What stands there while there is neither a photograph nor a card: the person's initials. */
  readonly children: ReactNode;
}

/** A person's photograph, or their name card where there is none; a click shows it, and all their cards, large. */
export function PersonPicture({ person, name, size = 44, children }: PersonPictureProps) {
  const { id, photographId, cardImageIds } = person;
  const ids = [photographId, ...cardImageIds].filter((each) => each !== null);
  const { data } = useAsk('attachments:list', { personId: id }, { enabled: ids.length > 0 });
  const pictures = ids
    .map((each) => data?.find((file) => file.id === each))
    .filter((file) => file !== undefined)
    .filter(isPicture);
  const [first] = pictures;
  if (first === undefined) {
    return (
      <Avatar size={size} radius={size / 2} color="ink" aria-hidden="true">
        {children}
      </Avatar>
    );
  }
  return <Shown pictures={pictures} first={first} isPhotograph={first.id === photographId} name={name} size={size} />;
}

interface ShownProps extends Required<Pick<PersonPictureProps, 'name' | 'size'>> {
  readonly pictures: readonly Attachment[];
  readonly first: Attachment;
  readonly isPhotograph: boolean;
}

function Shown({ pictures, first, isPhotograph, name, size }: ShownProps) {
  const { t } = useTranslation('files');
  const address = useThumbnail(first);
  const { run: open } = useDo('attachments:open');
  const [viewedId, setViewedId] = useState<string | null>(null);
  return (
    <>
      <UnstyledButton
        className={classes.personPicture}
        data-card={!isPhotograph || undefined}
        style={{ height: size, width: isPhotograph ? size : size * 1.6 }}
        aria-label={t('person.look', { name })}
        onClick={() => setViewedId(first.id)}
      >
        {typeof address === 'string' && (
          <img src={address} alt={t(isPhotograph ? 'person.photograph' : 'person.card', { name })} draggable={false} />
        )}
      </UnstyledButton>
      {viewedId !== null && (
        <PictureViewer
          pictures={pictures}
          shownId={viewedId}
          onShow={setViewedId}
          onClose={() => setViewedId(null)}
          onOpen={(file) => void open({ id: file.id })}
        />
      )}
    </>
  );
}
