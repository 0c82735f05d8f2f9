import { useEffect, useState } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import type { CalendarDate } from '@shared/dates';
import type { Sector } from '@shared/domain/organisation/schema';
import type { SearchAnswer, SearchedKind } from '@shared/ipc/search-channels';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/ipc';

/** What is looked for, and where. */
export interface Question {
  readonly text: string;
  /** Null for every kind. */
  readonly kind: SearchedKind | null;
  readonly tripId: string | null;
  readonly city: string;
  readonly sector: Sector | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

export const nothingAsked: Question = {
  text: '',
  kind: null,
  tripId: null,
  city: '',
  sector: null,
  from: null,
  to: null,
};

/** How many of the narrowing choices are made, the kind aside. */
export function narrowedBy({ tripId, city, sector, from, to }: Question): number {
  return [tripId !== null, city !== '', sector !== null, from !== null || to !== null].filter(Boolean).length;
}

/** Whether main has anything to look for: words, or a place to look through. */
export function isAsked(question: Question): boolean {
  return question.text.trim() !== '' || narrowedBy(question) > 0;
}

interface Found {
  readonly question: Question;
  readonly change: (part: Partial<Question>) => void;
  readonly answer: SearchAnswer | undefined;
  /** The answer is to what stands in the box now. */
  readonly isCurrent: boolean;
}

/** A long text pasted into the box is not a question. */
const mostTyped = 200;
/** So short that it is not felt, and long enough that a fast typist asks once a word. */
const pause = 40;
/** In milliseconds: an answer that leaves something out is asked for again. */
const untilAskedAgain = 1000;

/** Asks main while somebody types; what was found stays until there is something newer. */
export function useQuestion(box: 'page' | 'palette', first: Question, most: number): Found {
  const { form } = useFormat();
  const [question, setQuestion] = useState(first);
  const text = question.text.trim().slice(0, mostTyped);
  const [settled] = useDebouncedValue(text, pause);
  const { kind, ...place } = question;
  const { data, isPlaceholderData, isSuccess, refetch } = useAsk(
    'search:all',
    { ...place, text: settled, kinds: kind === null ? [] : [kind], box, form, most },
    { keepPrevious: true },
  );
  const isWhole = data?.isComplete !== false;
  useEffect(() => {
    if (isWhole) return undefined;
    const timer = setInterval(() => void refetch(), untilAskedAgain);
    return () => clearInterval(timer);
  }, [isWhole, refetch]);
  return {
    question,
    change: (part) => setQuestion((current) => ({ ...current, ...part })),
    answer: data,
    isCurrent: settled === text && isSuccess && !isPlaceholderData,
  };
}
