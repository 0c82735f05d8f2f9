import { useEffect } from 'react';
import type { ComboboxStore } from '@mantine/core';

/** While something is typed, the first choice is the one that Enter takes. */
export function useFirstChoice({ selectFirstOption, dropdownOpened }: ComboboxStore, typed: string): void {
  useEffect(() => {
    if (typed.trim() !== '' && dropdownOpened) selectFirstOption();
  }, [typed, dropdownOpened, selectFirstOption]);
}
