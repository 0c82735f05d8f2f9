import { useState } from 'react';
import { Button, CopyButton, Group, Portal, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './lock.module.css';

interface RecoveryKeyProps {
  readonly shown: string;
  /** The person has typed one of its groups. */
  readonly onConfirmed: (isConfirmed: boolean) => void;
}

/** A recovery key, shown this one time: to be written down, which typing one of its groups proves. */
export function RecoveryKey({ shown, onConfirmed }: RecoveryKeyProps) {
  const { t } = useTranslation('lock');
  const groups = shown.split('-');
  const [asked] = useState(() => 1 + Math.floor(Math.random() * (groups.length - 1)));
  const [typed, setTyped] = useState('');
  const isComplete = plain(typed).length >= (groups[asked]?.length ?? 0);
  const isRight = plain(typed) === groups[asked];
  return (
    <Stack gap="md">
      <ol className={classes.groups} aria-label={t('key.label')}>
        {groups.map((group, index) => (
          <li key={`${index}-${group}`} className={classes.group}>
            <span className={classes.number} aria-hidden="true">
              {index + 1}
            </span>
            {group}
          </li>
        ))}
      </ol>
      <Group gap="xs">
        <CopyButton value={shown}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} stroke={1.6} />}
              onClick={copy}
            >
              {copied ? t('key.copied') : t('key.copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" leftSection={<IconPrinter size={16} stroke={1.6} />} onClick={() => window.print()}>
          {t('key.print')}
        </Button>
      </Group>
      <TextInput
        label={t('turnOn.confirm', { number: asked + 1 })}
        value={typed}
        maxLength={20}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', width: '8rem' } }}
        error={isComplete && !isRight && t('turnOn.notConfirmed', { number: asked + 1 })}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onConfirmed(plain(event.currentTarget.value) === groups[asked]);
        }}
      />
      {isRight && (
        <Text size="sm" role="status">
          {t('turnOn.confirmed')}
        </Text>
      )}
      <Portal className={classes.paperRoot} reuseTargetNode={false}>
        <div className={classes.paper} aria-hidden="true">
          <h1>{t('key.printTitle')}</h1>
          <p className={classes.key}>{shown}</p>
          <p>{t('key.printHint')}</p>
        </div>
      </Portal>
    </Stack>
  );
}

/** As it is written: no small letters, and no letter that is mistaken for a digit. */
function plain(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}
