import { Button, Group, Text } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import classes from './travel.module.css';

interface ChosenFolderProps {
  readonly label: string;
  readonly hint: string;
  readonly folder: string | null;
  readonly button: string;
  readonly onChoose: () => void;
}

/** A folder that is chosen in the system's own dialog. */
export function ChosenFolder({ label, hint, folder, button, onChoose }: ChosenFolderProps) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="md" align="center">
      <div className={classes.grow}>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        {folder === null ? (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        ) : (
          <Text size="sm" className={classes.path}>
            {folder}
          </Text>
        )}
      </div>
      <Button
        variant="default"
        flex="none"
        leftSection={<IconFolder size={16} stroke={1.6} />}
        onClick={onChoose}
        data-autofocus={folder === null || undefined}
      >
        {button}
      </Button>
    </Group>
  );
}
