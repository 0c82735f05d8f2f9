import { useEffect, useRef, useState } from 'react';
import { Anchor, Button, Text, Textarea, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VaultStatus } from '@shared/ipc/vault-channels';
import type { InputOf } from '@shared/ipc/contract';
import type { Failure } from '@shared/result';
import { failureInWords } from '../../lib/failure-words';
import { request, useAsk, useForgetAll } from '../../lib/ipc';
import { recallAll } from '../../lib/recall';
import classes from './lock.module.css';
import { LockedScreen } from './locked-screen';
import { RenewScreen } from './renew-screen';
import { SecretField } from './secret-field';
import { useWait } from './use-wait';

type How = InputOf<'vault:unlock'>;

/** What is shown while Attaché is locked. */
export function UnlockScreen() {
  const { data } = useAsk('vault:status', {});
  const [hasToRenew, setHasToRenew] = useState(false);
  const forgetAll = useForgetAll();
  if (data === undefined) return null;
  if (hasToRenew) return <RenewScreen onDone={() => void forgetAll()} />;
  return (
    <UnlockForm
      status={data}
      onOpened={(mayRenew) => {
        if (mayRenew) setHasToRenew(true);
        else void forgetAll();
      }}
    />
  );
}

interface UnlockFormProps {
  readonly status: VaultStatus;
  readonly onOpened: (mayRenewPassphrase: boolean) => void;
}

function UnlockForm({ status, onOpened }: UnlockFormProps) {
  const { t } = useTranslation('lock');
  const [by, setBy] = useState<'passphrase' | 'recovery-key'>('passphrase');
  const { typed, setTyped, said, isOpening, tries, seconds, tryOpening } = useUnlocking(status, onOpened);
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const isByKey = by === 'recovery-key';

  useEffect(() => {
    // After a wrong try the whole of it is marked: typing takes its place.
    if (!isOpening) box.current?.select();
  }, [isOpening, said, by]);

  const submit = (): void => {
    if (seconds > 0) return;
    if (typed.trim() === '') {
      box.current?.focus();
      return;
    }
    void tryOpening(isByKey ? { by, recoveryKey: typed } : { by, passphrase: typed });
  };
  const change = (to: typeof by): void => {
    setBy(to);
    setTyped('');
  };

  return (
    <LockedScreen
      title={isByKey ? t('unlock.recoveryTitle') : t('unlock.title')}
      intro={isByKey ? t('unlock.recoveryIntro') : t('unlock.intro')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {isByKey ? (
          <Textarea
            ref={box}
            label={t('unlock.recoveryKey')}
            description={t('unlock.recoveryHint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={typed}
            autosize
            minRows={2}
            maxLength={200}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            error={said !== null}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              submit();
            }}
          />
        ) : (
          <SecretField
            ref={box}
            size="md"
            label={t('unlock.passphrase')}
            value={typed}
            onType={setTyped}
            autoFocus
            error={said !== null}
          />
        )}
        <Button type="submit" size="md" mt="md" fullWidth loading={isOpening} disabled={seconds > 0}>
          {t('unlock.submit')}
        </Button>
        <div className={classes.said}>
          {said !== null && (
            <Text size="sm" c="var(--at-overdue)" role="alert">
              {said}
            </Text>
          )}
          {tries > 0 && (
            <Text size="sm" c="dimmed">
              {t('unlock.tries', { count: tries })}
              {seconds > 0 && `; ${t('unlock.wait', { seconds })}`}
              {'. '}
              {t('unlock.safe')}
            </Text>
          )}
        </div>
      </form>
      <div className={classes.others}>
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => change(isByKey ? 'passphrase' : 'recovery-key')}
        >
          {isByKey ? t('unlock.usePassphrase') : t('unlock.useRecoveryKey')}
        </Anchor>
        {status.isInKeychain && status.canUseKeychain && (
          <Anchor component="button" type="button" size="sm" onClick={() => void tryOpening({ by: 'keychain' })}>
            {t('unlock.useKeychain')}
          </Anchor>
        )}
      </div>
    </LockedScreen>
  );
}

/** One try after another, and what came of the last. */
function useUnlocking(status: VaultStatus, onOpened: UnlockFormProps['onOpened']) {
  const { t } = useTranslation('lock');
  const { setColorScheme } = useMantineColorScheme();
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isOpening, setOpening] = useState(false);
  const [tries, setTries] = useState(status.wrongTries);
  const [seconds, wait] = useWait(status.waitSeconds);

  const tryOpening = async (how: How): Promise<void> => {
    if (isOpening) return;
    setOpening(true);
    const opened = await request('vault:unlock', how);
    if (!opened.ok) {
      const { failure: why } = opened;
      if ('tries' in why) setTries(why.tries);
      if ('waitSeconds' in why) wait(why.waitSeconds);
      setFailure(why);
      setOpening(false);
      return;
    }
    const colourScheme = await recallAll();
    if (colourScheme !== null) setColorScheme(colourScheme);
    if (opened.value.place !== null) window.location.hash = opened.value.place;
    onOpened(opened.value.mayRenewPassphrase);
  };

  const inWords = (why: Failure): string | null => {
    if (why.code === 'wrong-passphrase') return t('unlock.wrong');
    if (why.code === 'wrong-recovery-key') return t('unlock.wrongRecovery');
    if (why.code === 'not-a-recovery-key') return t('unlock.mistyped');
    if (why.code === 'no-keychain') return t('unlock.noKeychain');
    if (why.code === 'too-early') return null;
    return t('unlock.failed', { why: failureInWords(why).message });
  };
  return {
    typed,
    setTyped: (text: string) => {
      setTyped(text);
      setFailure(null);
    },
    said: failure === null ? null : inWords(failure),
    isOpening,
    tries,
    seconds,
    tryOpening,
  };
}
