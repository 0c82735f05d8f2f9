import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@shared/domain/attachment/schema';
import { largestLetterhead } from '@shared/domain/document-template/schema';
import type { DocumentTemplate } from '@shared/domain/document-template/schema';
import { failureInWords } from '../../lib/failure-words';
import { request, useAsk, useDo } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';

interface LetterheadOfTemplate {
  /** Null when there is none. */
  readonly picture: Attachment | null;
  readonly isBusy: boolean;
  /** Why the picture that was given last was not taken, in words. */
  readonly refusal: string | null;
  readonly put: (file: File) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** A template's letterhead. It is kept as soon as it is chosen, like every file, whatever becomes of the form around it. */
export function useLetterhead(template: DocumentTemplate): LetterheadOfTemplate {
  const { t } = useTranslation('documents');
  const { id } = template;
  const { data: current = template } = useAsk('document-templates:get', { id });
  const { data: pictures = [] } = useAsk('attachments:list', { documentTemplateId: id });
  const { run: trash } = useDo('attachments:trash');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const picture = pictures.find((each) => each.id === current.letterheadId) ?? null;

  const taken = async (file: File): Promise<string | null> => {
    const { name } = file;
    if (file.size > largestLetterhead) return t('letterhead.tooBig', { name });
    const bytes = await bytesOf(file);
    const isKnown = bytes !== null && (await canBeShown(bytes));
    if (!isKnown) return t('letterhead.unreadable', { name });
    const answer = await request('document-templates:put-letterhead', {
      id,
      name: name.slice(-300) || t('letterhead.label'),
      bytes,
    });
    if (!answer.ok) return failureInWords(answer.failure).message;
    notifyUndoable(t('letterhead.put'));
    return null;
  };
  return {
    picture,
    isBusy,
    refusal,
    put: async (file) => {
      setBusy(true);
      try {
        setRefusal(await taken(file));
      } finally {
        setBusy(false);
      }
    },
    remove: async () => {
      if (picture === null) return;
      setRefusal(null);
      const removed = await trash({ id: picture.id });
      if (removed.ok) notifyUndoable(t('letterhead.removed'));
    },
  };
}

/** Null for a file that cannot be read: it was moved, or is a folder. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** Whether a picture comes out of the bytes: a file that broke off begins like a whole one. */
async function canBeShown(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    const picture = await createImageBitmap(new Blob([bytes]));
    picture.close();
    return true;
  } catch {
    return false;
  }
}
