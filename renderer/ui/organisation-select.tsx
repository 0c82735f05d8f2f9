import type { ComponentProps } from 'react';
import { useDirectory } from '../lib/directory';
import { RecordSelect } from './record-select';

type Props = Omit<ComponentProps<typeof RecordSelect>, 'options'>;

/** One organisation, found by any of its names. */
export function OrganisationSelect(props: Props) {
  const { organisationOptions } = useDirectory();
  return <RecordSelect {...props} options={organisationOptions} />;
}
