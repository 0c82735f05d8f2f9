import { useEffect, useState } from 'react';
import type { Attachment } from '@shared/domain/attachment/schema';
import { heldThumbnail, wantThumbnail } from './thumbnails';

/** The address of a file's small picture; null when it has none, undefined until that is known. */
export function useThumbnail(file: Pick<Attachment, 'id' | 'sha256' | 'mime'>): string | null | undefined {
  const { id, sha256, mime } = file;
  const [made, setMade] = useState<{ readonly of: string; readonly address: string | null }>();
  useEffect(
    () => wantThumbnail({ id, sha256, mime }, (address) => setMade({ of: sha256, address })),
    [id, sha256, mime],
  );
  return made?.of === sha256 ? made.address : heldThumbnail(file);
}
