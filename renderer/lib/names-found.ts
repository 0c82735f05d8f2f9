import { useDebouncedValue } from '@mantine/hooks';
import type { SearchedKind } from '@shared/ipc/search-channels';
import { useAsk } from './ipc';

const nobody: readonly string[] = [];
const longestName = 200;
const mostCalledSo = 5;
/** So short that it is not felt, and long enough that a fast typist asks once a word. */
const pause = 60;

/**
 * The ids of the records of these kinds that are called so, in whatever script the name is written or typed; the likeliest
 * first. Nothing while nothing is typed, or no kind is given.
 */
export function useNamesFound(kinds: readonly SearchedKind[] | undefined, typed: string): readonly string[] {
  const [text] = useDebouncedValue(typed.trim().slice(0, longestName), pause);
  const isAsked = kinds !== undefined && text !== '' && typed.trim() !== '';
  const { data } = useAsk(
    'search:names',
    { text, kinds: [...(kinds ?? [])] },
    { enabled: isAsked, keepPrevious: true },
  );
  return isAsked ? (data ?? nobody) : nobody;
}

/**
 * The ids of the records of this kind that have this name in whatever script, or one that sounds like it: 陳大文 is called
 * Chan Tai-man. To point out who is here already.
 */
export function useCalledSo(kind: SearchedKind, name: string): readonly string[] {
  const [text] = useDebouncedValue(name.trim().slice(0, longestName), pause);
  const isAsked = text !== '' && name.trim() !== '';
  const { data } = useAsk(
    'search:names',
    { text, kinds: [kind], most: mostCalledSo, isWhole: true },
    { enabled: isAsked, keepPrevious: true },
  );
  return isAsked ? (data ?? nobody) : nobody;
}
