import type { ReactNode } from 'react';
import { Stack } from '@mantine/core';
import classes from './organisations.module.css';

/** Fields of a long form that belong together, under a quiet heading. */
export function FieldGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{title}</legend>
      <Stack gap="sm">{children}</Stack>
    </fieldset>
  );
}
