import type { ComponentProps } from 'react';
import { useDirectory } from '../lib/directory';
import { RecordSelect } from './record-select';

const kinds = ['person'] as const;

type Rest = Omit<ComponentProps<typeof RecordSelect>, 'options' | 'kinds'>;

interface PersonSelectProps extends Rest {
  /** Whose people are offered; everybody when left out. */
  readonly side?: 'ours' | 'theirs';
}

/** One person, found by any of their names. */
export function PersonSelect({ side, ...rest }: PersonSelectProps) {
  const { peopleOptions, ourOptions, theirOptions } = useDirectory();
  return (
    <RecordSelect
      {...rest}
      kinds={kinds}
      options={side === undefined ? peopleOptions : side === 'ours' ? ourOptions : theirOptions}
    />
  );
}
