import { useState } from 'react';
import type { Meeting } from '@shared/domain/meeting/schema';
import { localisedOf } from '@shared/domain/person/written-name';
import { hasText } from '@shared/domain/values';
import { useTranslation } from 'react-i18next';
import { Autosave, useAutosave } from '../../lib/autosave';
import { useFormat } from '../../lib/format';
import { request } from '../../lib/ipc';
import classes from './room.module.css';

/** What the meeting is about; one that was begun without a title is given one here, kept as it is typed. */
export function RoomTitle({ meeting }: { readonly meeting: Meeting }) {
  const { text } = useFormat();
  const [wasUnnamed] = useState(!hasText(meeting.title));
  return wasUnnamed ? <NewTitle meeting={meeting} /> : <h1 className={classes.title}>{text(meeting.title)}</h1>;
}

function NewTitle({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation('room');
  const { text } = useFormat();
  const { id } = meeting;
  const stored = text(meeting.title);
  const [heardAt] = useState(0);
  const [autosave] = useState(
    () =>
      new Autosave({
        stored,
        write: (title: string) =>
          request('meetings:update', { id, patch: { title: localisedOf(title.slice(0, 300)) } }),
      }),
  );
  const { value } = useAutosave(autosave, stored, heardAt);
  return (
    <h1 className={classes.title}>
      <input
        className={classes.titleField}
        aria-label={t('name')}
        placeholder={t('nameHint')}
        value={value}
        maxLength={300}
        onChange={(event) => autosave.type(event.currentTarget.value)}
        onCompositionStart={() => autosave.compose(true)}
        onCompositionEnd={() => autosave.compose(false)}
      />
    </h1>
  );
}
