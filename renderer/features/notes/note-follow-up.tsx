import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Button, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLinks } from '@renderer/features/follow-ups';
import type { FollowUpLinks } from '@renderer/features/follow-ups';
import { asReference } from '@shared/ipc/subject';
import type { Result } from '@shared/result';
import { draftOf } from '../../lib/drafts';
import { blankForm, useRecordForm } from '../../lib/forms';
import { useDo } from '../../lib/ipc';
import { notifyDone } from '../../lib/notices';
import { DayField } from '../../ui/day-field';
import { PersonSelect } from '../../ui/person-select';
import classes from './note-editor.module.css';
import { withoutMarks } from './markdown-keys';
import type { BlockPlace } from './open-blocks';

interface NoteFollowUpProps {
  readonly place: BlockPlace;
  /** The line, or the marked text, that it is made from. */
  readonly words: string;
  /** Who sees to it unless somebody else is named: whoever writes the note. */
  readonly ownerId: string | null;
  /** Writes the note first: a follow-up cannot name a note that the disk does not know. */
  readonly whenWritten: () => Promise<Result<void>>;
  readonly onClose: () => void;
}

const longestTitle = 300;

/** A follow-up made beside the line that it comes from: Enter keeps it, Escape thinks better of it. */
export function NoteFollowUp(props: NoteFollowUpProps) {
  const links = useLinks(asReference(props.place.subject));
  return links && <LinkedForm {...props} links={links} />;
}

interface LinkedFormProps extends NoteFollowUpProps {
  readonly links: FollowUpLinks;
}

function LinkedForm({ place, words, ownerId, links, whenWritten, onClose }: LinkedFormProps) {
  const { t } = useTranslation(['notes', 'actions']);
  const create = useDo('follow-ups:create', { isInForm: true });
  const title = useRef<HTMLInputElement>(null);
  useEffect(() => title.current?.select(), []);

  const form = useRecordForm('follow-up', {
    draft: draftOf('follow-up', 'of-note', place.subject.id),
    initial: blankForm('follow-up', { title: withoutMarks(words).slice(0, longestTitle), ownerId }),
    onSubmit: async (fields) => {
      const written = await whenWritten();
      if (!written.ok) return written;
      const noteId = words === '' ? null : place.noteId;
      return create.run({ fields: { ...fields, ...links, noteId, noteLine: words } });
    },
    onSaved: () => {
      notifyDone(t('notes:followUp.made'));
      onClose();
    },
  });
  const thinkBetter = (): void => {
    form.discard();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    thinkBetter();
  };

  const titleError = form.errorAt('title');
  return (
    <form
      id={form.id}
      noValidate
      aria-label={t('notes:followUp.title')}
      className={classes.followUp}
      onSubmit={(event) => void form.submit(event)}
      onKeyDown={onKeyDown}
    >
      <TextInput
        ref={title}
        className={classes.followUpTitle}
        label={t('notes:followUp.what')}
        {...form.text('title')}
        error={titleError ?? form.formError}
      />
      <PersonSelect label={t('notes:followUp.owner')} side="ours" {...form.field('ownerId')} />
      <DayField label={t('notes:followUp.due')} {...form.field('due')} />
      <Group gap="xs" wrap="nowrap" className={classes.followUpButtons}>
        <Button variant="default" onClick={thinkBetter}>
          {t('actions:cancel')}
        </Button>
        <Button type="submit" loading={form.isSaving}>
          {t('actions:add')}
        </Button>
      </Group>
    </form>
  );
}
