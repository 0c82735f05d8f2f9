import { useState } from 'react';
import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { request, useAsk } from '../../lib/ipc';
import { isMac } from '../../lib/shortcuts';
import { Dialog } from './dialog';
import { isAgreed, NewPassphrase, nothingTyped } from './new-passphrase';
import { RecoveryKey } from './recovery-key';
import { useAct } from './use-act';
import { Work } from './work';

type Step =
  | { readonly kind: 'passphrase' }
  | { readonly kind: 'key'; readonly recoveryKey: string }
  | { readonly kind: 'sealing' };

/** From no passphrase to everything sealed: the passphrase, the recovery key, and how far the sealing is. */
export function TurnOn({ onClose }: { readonly onClose: () => void }) {
  const [step, setStep] = useState<Step>({ kind: 'passphrase' });
  if (step.kind === 'passphrase') {
    return <FirstStep onBegun={(recoveryKey) => setStep({ kind: 'key', recoveryKey })} onClose={onClose} />;
  }
  if (step.kind === 'key') {
    return (
      <KeyStep recoveryKey={step.recoveryKey} onProtected={() => setStep({ kind: 'sealing' })} onClose={onClose} />
    );
  }
  return <Sealing onClose={onClose} />;
}

function FirstStep({
  onBegun,
  onClose,
}: {
  readonly onBegun: (recoveryKey: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('lock');
  const [typed, setTyped] = useState(nothingTyped);
  const begin = useAct('vault:begin');
  return (
    <Dialog
      title={t('turnOn.title')}
      problem={begin.problem}
      submitLabel={t('turnOn.next')}
      canSubmit={isAgreed(typed)}
      isRunning={begin.isRunning}
      onClose={onClose}
      onSubmit={() =>
        void begin.run({ passphrase: typed.first }).then((begun) => {
          if (begun.ok) onBegun(begun.value.recoveryKey);
        })
      }
    >
      <List size="sm" spacing={6}>
        <List.Item>{t('turnOn.intro')}</List.Item>
        <List.Item>{t('turnOn.forgotten')}</List.Item>
      </List>
      <NewPassphrase typed={typed} onType={setTyped} isFirst />
    </Dialog>
  );
}

interface KeyStepProps {
  readonly recoveryKey: string;
  readonly onProtected: () => void;
  readonly onClose: () => void;
}

function KeyStep({ recoveryKey, onProtected, onClose }: KeyStepProps) {
  const { t } = useTranslation('lock');
  const [isConfirmed, setConfirmed] = useState(false);
  const protect = useAct('vault:protect');
  const giveUp = (): void => {
    void request('vault:give-up', {});
    onClose();
  };
  return (
    <Dialog
      title={t('turnOn.keyTitle')}
      intro={t('turnOn.keyIntro')}
      problem={protect.problem}
      submitLabel={t('turnOn.submit')}
      canSubmit={isConfirmed && protect.failure === null}
      isRunning={protect.isRunning}
      onClose={giveUp}
      onSubmit={() =>
        void protect.run({}).then((done) => {
          if (done.ok) onProtected();
        })
      }
    >
      <RecoveryKey shown={recoveryKey} onConfirmed={setConfirmed} />
    </Dialog>
  );
}

function Sealing({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('lock');
  const work = useAsk('vault:status', {}).data?.work ?? null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={work === null ? t('turnOn.done') : t('turnOn.working')}
      size={520}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
      withCloseButton={false}
    >
      <Stack gap="md">
        {work === null ? (
          <Text size="sm" role="status">
            {t('turnOn.doneMessage', { keys: isMac() ? '⌘L' : 'Ctrl+L' })}
          </Text>
        ) : (
          <>
            <Work work={work} />
            <Text size="sm" c="dimmed">
              {t('work.meanwhile')}
            </Text>
          </>
        )}
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus variant={work === null ? 'filled' : 'default'}>
            {work === null ? t('turnOn.close') : t('turnOn.background')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
