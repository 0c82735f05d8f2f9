import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode, SyntheticEvent } from 'react';
import { Alert, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useTranslation } from 'react-i18next';
import { useCloseGuard } from '../lib/before-close';
import type { RecordForm } from '../lib/forms';
import type { RecordType } from '@shared/domain/records';
import { isSomethingBeingMade, whenAllIsMade } from './being-made';
import { KeyHint } from './key-hint';
import classes from './form-drawer.module.css';

type FormState = Pick<
  RecordForm<RecordType>,
  'formError' | 'isDirty' | 'isSaving' | 'submit' | 'id' | 'isRecalled' | 'discard'
>;

interface FormDrawerProps {
  readonly title: string;
  /** What `useRecordForm` gave. */
  readonly form: FormState;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Instead of Save. */
  readonly submitLabel?: string;
  /** At the left of the footer: moving to the Trash. */
  readonly footer?: ReactNode;
  readonly size?: 'md' | 'lg' | 'xl';
}

/**
 * A form at the right of the window, open for as long as it is rendered. Ctrl+Enter and Ctrl+S save; closing it asks
 * first when something was typed.
 */
export function FormDrawer({ title, form, onClose, children, submitLabel, footer, size = 'md' }: FormDrawerProps) {
  const { t } = useTranslation(['ui', 'actions']);
  const close = useGuardedClose(form.isDirty, () => {
    form.discard();
    onClose();
  });
  useCloseGuard(() => {
    if (form.isDirty) close();
    return form.isDirty;
  });
  useFocusReturn();

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    const isSave = (event.ctrlKey || event.metaKey) && (event.key === 'Enter' || event.key.toLowerCase() === 's');
    if (!isSave || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    const submitted = event.currentTarget;
    takeTyped();
    setTimeout(() => submitted.requestSubmit(), 0);
  };

  const onSubmit = (event: SyntheticEvent<HTMLFormElement>): void => {
    if (!isSomethingBeingMade()) {
      void form.submit(event);
      return;
    }
    event.preventDefault();
    const submitted = event.currentTarget;
    void whenAllIsMade().then(() => submitted.requestSubmit());
  };

  return (
    <Drawer
      opened
      onClose={() => {
        if (isUppermost(form.id)) close();
      }}
      title={title}
      position="right"
      size={{ md: 480, lg: 620, xl: 820 }[size]}
      closeButtonProps={{ 'aria-label': t('ui:form.close') }}
      classNames={{ content: classes.content, header: classes.header, title: classes.title, body: classes.body }}
      overlayProps={{ backgroundOpacity: 0.25 }}
      transitionProps={{ duration: 0 }}
    >
      <form id={form.id} noValidate onSubmit={onSubmit} onKeyDownCapture={onKeyDown} className={classes.form}>
        <div className={classes.fields}>
          <Stack gap="sm">
            {form.isRecalled && (
              <Text size="sm" c="dimmed" role="status">
                {t('ui:form.recalled')}
              </Text>
            )}
            {form.formError !== undefined && (
              <Alert color="cinnabar" variant="light" role="alert">
                {form.formError}
              </Alert>
            )}
            {children}
          </Stack>
        </div>
        <Group className={classes.footer} justify="space-between" wrap="nowrap">
          <div>{footer}</div>
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" onClick={close}>
              {t('actions:cancel')}
            </Button>
            <Button type="submit" loading={form.isSaving} rightSection={<KeyHint keys="mod+Enter" />}>
              {submitLabel ?? t('actions:save')}
            </Button>
          </Group>
        </Group>
      </form>
    </Drawer>
  );
}

/** Whether nothing lies over the form: Escape that closes a dialog above it is heard here as well. */
function isUppermost(formId: string): boolean {
  const uppermost = [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].at(-1);
  return uppermost?.contains(document.getElementById(formId)) === true;
}

/** A field that takes what was typed when it is left takes it now; the focus stays. */
function takeTyped(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement)) return;
  field.blur();
  field.focus({ preventScroll: true });
}

function useGuardedClose(isDirty: boolean, onClose: () => void): () => void {
  const { t } = useTranslation('ui');
  // Escape in the question is heard by the drawer too, which must not ask again.
  const isAsking = useRef(false);
  return () => {
    if (isAsking.current) return;
    if (!isDirty) {
      onClose();
      return;
    }
    isAsking.current = true;
    modals.openConfirmModal({
      title: t('form.discardTitle'),
      children: t('form.discardMessage'),
      labels: { confirm: t('form.discard'), cancel: t('form.keep') },
      confirmProps: { color: 'cinnabar' },
      cancelProps: { 'data-autofocus': true },
      onClose: () => setTimeout(() => (isAsking.current = false), 0),
      onConfirm: onClose,
    });
  };
}

/** A drawer that is taken away rather than closed still gives the focus back to what opened it. */
function useFocusReturn(): void {
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    opener.current ??= document.activeElement;
    const from = opener.current;
    return () => {
      setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
      }, 0);
    };
  }, []);
}
