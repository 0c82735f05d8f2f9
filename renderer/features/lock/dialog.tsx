import type { ReactNode } from 'react';
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface DialogProps {
  readonly title: string;
  readonly intro?: string;
  readonly children?: ReactNode;
  readonly problem?: string | null;
  readonly submitLabel: string;
  readonly canSubmit: boolean;
  readonly isRunning?: boolean;
  readonly isDestructive?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

/** The colour of what takes something away. */
const destructive = 'cinnabar';

/** One of the questions around the passphrase; a click beside it closes nothing. */
export function Dialog(props: DialogProps) {
  const {
    title,
    intro,
    children,
    problem,
    submitLabel,
    canSubmit,
    isRunning = false,
    isDestructive,
    onSubmit,
    onClose,
  } = props;
  const { t } = useTranslation('lock');
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={520}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
      withCloseButton={false}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (canSubmit && !isRunning) onSubmit();
        }}
      >
        <Stack gap="md">
          {intro !== undefined && <Text size="sm">{intro}</Text>}
          {children}
          {problem && (
            <Alert color="cinnabar" variant="light" p="sm" role="alert">
              {problem}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose} disabled={isRunning}>
              {t('turnOn.cancel')}
            </Button>
            <Button
              type="submit"
              loading={isRunning}
              disabled={!canSubmit}
              {...(isDestructive === true && { color: destructive })}
            >
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
