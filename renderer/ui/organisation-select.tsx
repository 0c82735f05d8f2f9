import type { ComponentProps } from 'react';
import { useDirectory } from '../lib/directory';
import { RecordSelect } from './record-select';

const kinds = ['organisation'] as const;

type Props = Omit<ComponentProps<typeof RecordSelect>, 'options' | 'kinds'>;

/** One organisation, found by any of its names. */
export function OrganisationSelect(props: Props) {
  const { organisationOptions } = useDirectory();
  return <RecordSelect {...props} kinds={kinds} options={organisationOptions} />;
}
