import type { RecordId } from '@shared/domain/values';
import { searchedKinds } from '@shared/ipc/search-channels';
import type { SearchedKind } from '@shared/ipc/search-channels';
import type { Pieces } from './pieces';
import type { Segment } from './segment';

/** Documents of the segments that may have what is looked for. */
export interface Found {
  /** They have it for certain, as they were when they were looked at. */
  readonly isExact: boolean;
  /** How many there are of a kind. */
  count(kind: SearchedKind): number;
  /** The newest first. */
  newestFirst(): Iterable<{ readonly kind: SearchedKind; readonly id: RecordId; readonly time: number }>;
}

/** What was found in some segments, each by itself. */
export class FoundInSegments implements Found {
  readonly isExact: boolean;
  readonly #lists: { readonly segment: Segment; readonly documents: Uint32Array | null }[] = [];
  readonly #counts = new Uint32Array(searchedKinds.length);

  constructor(segments: readonly Segment[], pieces: Pieces) {
    let isExact = true;
    for (const segment of segments) {
      const found = segment.find(pieces);
      if (!found.isExact) isExact = false;
      if (found.documents?.length === 0) continue;
      this.#lists.push({ segment, documents: found.documents });
      this.#countIn(segment, found.documents);
    }
    this.isExact = isExact;
  }

  count(kind: SearchedKind): number {
    return this.#counts[searchedKinds.indexOf(kind)] ?? 0;
  }

  *newestFirst(): Iterable<{ kind: SearchedKind; id: RecordId; time: number }> {
    const heads = this.#lists.map(({ segment, documents }) => ({
      segment,
      documents,
      at: (documents?.length ?? segment.count) - 1,
      time: 0,
    }));
    const documentAt = ({ documents, at }: (typeof heads)[number]): number =>
      documents === null ? at : (documents[at] ?? 0);
    const settle = (head: (typeof heads)[number]): void => {
      while (head.at >= 0 && head.segment.isGone(documentAt(head))) head.at -= 1;
      head.time = head.at < 0 ? -Infinity : head.segment.time(documentAt(head));
    };
    for (const head of heads) settle(head);
    for (;;) {
      let next: (typeof heads)[number] | undefined;
      for (const head of heads) if (head.at >= 0 && (next === undefined || head.time > next.time)) next = head;
      if (next === undefined) return;
      const document = documentAt(next);
      yield { kind: next.segment.kind(document), id: next.segment.id(document), time: next.time };
      next.at -= 1;
      settle(next);
    }
  }

  #countIn(segment: Segment, documents: Uint32Array | null): void {
    if (documents === null) {
      for (const [kind, live] of segment.liveOfKind.entries()) this.#counts[kind] = (this.#counts[kind] ?? 0) + live;
      return;
    }
    for (const document of documents) {
      if (segment.isGone(document)) continue;
      const kind = segment.kindNumber(document);
      this.#counts[kind] = (this.#counts[kind] ?? 0) + 1;
    }
  }
}
