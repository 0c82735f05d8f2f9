import type { Icon } from '@tabler/icons-react';

/** What a file means to the record it belongs to (a photograph of the person), and what can be made of it. */
export interface FileMark {
  readonly label?: string;
  readonly actions: readonly { readonly label: string; readonly icon: Icon; readonly run: () => void }[];
}
