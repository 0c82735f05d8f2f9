import { useEffect, useId, useState } from 'react';
import type { KeyboardEvent, SyntheticEvent } from 'react';
import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@shared/domain/meeting/schema';
import { useCloseGuard } from '../../lib/before-close';
import { KeyHint } from '../../ui/key-hint';
import { CaptureCards } from './capture-cards';
import { CaptureChips } from './capture-chips';
import { CaptureKnown } from './capture-known';
import classes from './capture.module.css';
import { useCapture } from './use-capture';

interface CaptureDialogProps {
  /** They are put on their side of this meeting. */
  readonly meeting?: Meeting;
  readonly onClose: () => void;
}

/**
 * Writes somebody down while they talk: one line, what was understood of it, Enter. Closed by Escape it keeps the line
 * for the next time; the focus goes back to where it was.
 */
export function CaptureDialog({ meeting, onClose }: CaptureDialogProps) {
  const { t } = useTranslation(['capture', 'ui', 'actions']);
  const capture = useCapture(meeting, onClose);
  const errorId = useId();
  useFocusReturn();
  const isBlank = capture.line.trim() === '' && capture.cards.files.length === 0;
  useCloseGuard(() => !isBlank);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    // Heard here and no further: the meeting behind is not left by the same key.
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void capture.save();
  };
  const onPaste = (event: React.ClipboardEvent): void => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    capture.cards.add(files);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      closeOnEscape={false}
      title={t('capture:title')}
      centered={false}
      yOffset="4rem"
      size={760}
      closeButtonProps={{ 'aria-label': t('ui:form.close') }}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.2 }}
    >
      <form noValidate onSubmit={onSubmit} onKeyDown={onKeyDown} onPaste={onPaste}>
        <TextInput
          autoFocus
          data-autofocus
          label={t('capture:line')}
          placeholder={t('capture:example')}
          value={capture.line}
          onChange={(event) => capture.setLine(event.currentTarget.value)}
          classNames={{ input: classes.line ?? '' }}
          aria-describedby={capture.error === null ? undefined : errorId}
          aria-invalid={capture.error !== null}
          autoComplete="off"
          spellCheck={false}
        />
        <CaptureChips capture={capture} />
        <CaptureKnown capture={capture} />
        <CaptureCards cards={capture.cards} />
        {capture.error !== null && (
          <Text id={errorId} size="sm" c="var(--at-overdue)" role="alert" mt="sm">
            {capture.error}
          </Text>
        )}
        <Group justify="space-between" mt="md" wrap="nowrap">
          <Text size="xs" c="dimmed">
            {meeting ? `${t('capture:attends')} · ` : ''}
            {t('capture:hint')}
          </Text>
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" onClick={onClose}>
              {t('actions:close')}
            </Button>
            <Button type="submit" loading={capture.isSaving} rightSection={<KeyHint keys="Enter" />}>
              {t('capture:save')}
            </Button>
          </Group>
        </Group>
      </form>
    </Modal>
  );
}

/** The dialog is taken away rather than closed; the focus, and with it the caret, goes back to where it was. */
function useFocusReturn(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
      }, 0);
    },
    [opener],
  );
}
