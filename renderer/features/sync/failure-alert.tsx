import { Alert } from '@mantine/core';
import type { Failure } from '@shared/result';
import { failureInWords } from '../../lib/failure-words';

/** Why the server did not let one in, beside what was typed. */
export function FailureAlert({ failure }: { readonly failure: Failure }) {
  const { title, message } = failureInWords(failure);
  return (
    <Alert color="yellow" variant="light" title={title} role="alert" p="sm">
      {message}
    </Alert>
  );
}
