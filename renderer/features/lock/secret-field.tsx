import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { PasswordInput, Text } from '@mantine/core';
import type { PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface SecretFieldProps extends Omit<PasswordInputProps, 'value' | 'onChange'> {
  readonly value: string;
  readonly onType: (value: string) => void;
}

/** A passphrase's box: what is typed can be shown, and Caps Lock is told of. */
export function SecretField({ value, onType, description, ...rest }: SecretFieldProps) {
  const { t } = useTranslation('lock');
  const [isCapsLockOn, setCapsLockOn] = useState(false);
  const watchCapsLock = (event: KeyboardEvent): void => setCapsLockOn(event.getModifierState('CapsLock'));
  return (
    <div>
      <PasswordInput
        autoComplete="off"
        spellCheck={false}
        maxLength={1000}
        value={value}
        description={description}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        visibilityToggleButtonProps={{ 'aria-label': t('unlock.show'), tabIndex: 0 }}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={watchCapsLock}
        onKeyUp={watchCapsLock}
        onBlur={() => setCapsLockOn(false)}
        {...rest}
      />
      {isCapsLockOn && (
        <Text size="xs" mt={4} role="status">
          {t('unlock.capsLock')}
        </Text>
      )}
    </div>
  );
}
