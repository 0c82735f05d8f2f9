import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDo } from '../../lib/ipc';

export interface Cards {
  readonly files: readonly File[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (file: File) => void;
  /** Keeps the photographs with the person they are of, and marks them as their card. */
  readonly attach: (personId: string) => Promise<void>;
}

/** Photographs of a card that wait for the person to be written down. */
export function useCards(): Cards {
  const { t } = useTranslation('capture');
  const [files, setFiles] = useState<readonly File[]>([]);
  const { run: add } = useDo('attachments:add');
  return {
    files,
    add: (more) => setFiles((before) => [...before, ...more.filter(({ type }) => type.startsWith('image/'))]),
    remove: (file) => setFiles((before) => before.filter((each) => each !== file)),
    attach: async (personId) => {
      for (const file of files) {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const name = file.name === '' ? t('card.list') : file.name.slice(-300);
        const subject = { type: 'person', id: personId } as const;
        // One run with the person themselves: one undo takes all of it back.
        await add({ subject, name, mime: file.type, bytes, isPlaceKept: false, run: personId, as: 'card' });
      }
    },
  };
}
