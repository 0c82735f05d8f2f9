import type { ReactNode } from 'react';
import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '@shared/result';
import { failureInWords } from '../../lib/failure-words';

interface TravelDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly failure?: Failure | null;
  /** What stands below, from the right: null while nothing can be chosen. */
  readonly actions: ReactNode;
  /** What Enter does. */
  readonly onSubmit?: () => void;
  /** Null while it cannot be closed. */
  readonly onClose: (() => void) | null;
}

/** One step of packing or emptying; a click beside it closes nothing. */
export function TravelDialog({ title, children, failure = null, actions, onSubmit, onClose }: TravelDialogProps) {
  return (
    <Modal
      opened
      onClose={onClose ?? (() => undefined)}
      title={title}
      size={640}
      closeOnClickOutside={false}
      withCloseButton={false}
      transitionProps={{ duration: 0 }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        <Stack gap="md">
          {children}
          <Problem failure={failure} />
          {actions !== null && (
            <Group justify="flex-end" gap="xs">
              {actions}
            </Group>
          )}
        </Stack>
      </form>
    </Modal>
  );
}

function Problem({ failure }: { readonly failure: Failure | null }) {
  if (failure === null || failure.code === 'cancelled') return null;
  const { title, message } = failureInWords(failure);
  return (
    <Alert color="cinnabar" variant="light" p="sm" role="alert" title={title}>
      {message}
    </Alert>
  );
}

export function CancelButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation('actions');
  return (
    <Button variant="default" onClick={onClick}>
      {t('cancel')}
    </Button>
  );
}
