import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDo } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';

interface AddCard {
  readonly choose: () => void;
  /** Must be on the page for as long as `choose` may be called. */
  readonly field: ReactNode;
}

/** Photographs of somebody's name card, chosen from the disk and kept with them as their card; one step of undo. */
export function useAddCard(personId: string): AddCard {
  const { t } = useTranslation('people');
  const { run: add } = useDo('attachments:add');
  const input = useRef<HTMLInputElement>(null);

  const keep = async (files: readonly File[]): Promise<void> => {
    const run = crypto.randomUUID();
    let added = 0;
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const subject = { type: 'person', id: personId } as const;
      const name = file.name.slice(-300);
      const kept = await add({ subject, name, mime: file.type, bytes, isPlaceKept: false, run, as: 'card' });
      if (kept.ok) added += 1;
    }
    if (added > 0) notifyUndoable(t('page.cardAdded', { count: added }));
  };

  return {
    choose: () => input.current?.click(),
    field: (
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t('page.addCard')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file chosen once more is another choice.
          event.currentTarget.value = '';
          void keep(files);
        }}
      />
    ),
  };
}
