import { useState } from 'react';
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDots, IconHistory, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { asReference } from '@shared/ipc/subject';
import type { Subject } from '@shared/ipc/subject';
import { writeHeld } from '../../lib/autosave';
import { useAsk, useDo } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';
import { NoteVersions } from './note-versions';

interface NoteMenuProps {
  readonly subject: Subject;
  /** The note went to the Trash: whoever shows it begins a new one. */
  readonly onTrashed: () => void;
}

/** What else can be done with the notes about a subject: their versions, and the Trash. */
export function NoteMenu({ subject, onTrashed }: NoteMenuProps) {
  const { t } = useTranslation(['note-history', 'actions']);
  const notes = useAsk('notes:list', asReference(subject));
  const trash = useDo('notes:trash', {});
  const [isOpen, setIsOpen] = useState(false);
  const written = notes.data ?? [];

  const throwAway = async (): Promise<void> => {
    // A word that is written only afterwards would bring the note back; what cannot be written stays on the screen.
    if (!(await writeHeld())) return;
    for (const { id } of written) {
      const trashed = await trash.run({ id });
      if (!trashed.ok) return;
    }
    onTrashed();
    notifyUndoable(t('note-history:trashed'));
  };

  return (
    <>
      <Menu width={240} position="bottom-end">
        <Menu.Target>
          <Tooltip label={t('note-history:menu')}>
            <ActionIcon aria-label={t('note-history:menu')} size={26} variant="subtle">
              <IconDots size={17} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconHistory size={16} stroke={1.6} />} onClick={() => setIsOpen(true)}>
            {t('note-history:open')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={1.6} />}
            disabled={written.length === 0}
            onClick={() => void throwAway()}
          >
            {t('note-history:trash')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isOpen && <NoteVersions subject={subject} onClose={() => setIsOpen(false)} />}
    </>
  );
}
