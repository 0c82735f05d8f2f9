import { useCallback } from 'react';
import { IconId, IconIdOff, IconUser, IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@shared/domain/attachment/schema';
import type { Person } from '@shared/domain/person/schema';
import type { FileMark } from '@renderer/features/files';
import { useDo } from '../../lib/ipc';

const mostCards = 20;

/** Says of a person's file whether it is their photograph or name card, and makes it one. */
export function usePictureMarks(person: Person | undefined): (file: Attachment) => FileMark | undefined {
  const { t } = useTranslation('people');
  const { run } = useDo('people:update');
  return useCallback(
    (file) => {
      if (person === undefined || !file.mime.startsWith('image/')) return undefined;
      const { id, photographId, cardImageIds } = person;
      const isPhotograph = photographId === file.id;
      const isCard = cardImageIds.includes(file.id);
      const cards = isCard ? cardImageIds.filter((other) => other !== file.id) : [...cardImageIds, file.id];
      const label = isPhotograph ? t('page.photographMark') : isCard ? t('page.cardMark') : undefined;
      return {
        ...(label === undefined ? {} : { label }),
        actions: [
          {
            label: t(isPhotograph ? 'page.dropPhotograph' : 'page.useAsPhotograph'),
            icon: isPhotograph ? IconUserOff : IconUser,
            run: () => void run({ id, patch: { photographId: isPhotograph ? null : file.id } }),
          },
          {
            label: t(isCard ? 'page.dropCard' : 'page.useAsCard'),
            icon: isCard ? IconIdOff : IconId,
            run: () => void run({ id, patch: { cardImageIds: cards.slice(-mostCards) } }),
          },
        ],
      };
    },
    [person, run, t],
  );
}
