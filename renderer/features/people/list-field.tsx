import { useRef, useState } from 'react';
import { ActionIcon, Button, Input, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface ListFieldProps {
  readonly label: string;
  readonly value: readonly string[];
  /** Given the entries that are filled. */
  readonly onChange: (entries: string[]) => void;
  /** The words beside the entry at an index of `value`. */
  readonly errorAt: (index: number) => string | undefined;
  readonly name: string;
  readonly inputMode: 'tel' | 'email';
}

/** Several entries of one kind, a box each; an empty box counts for nothing. */
export function ListField({ label, value, onChange, errorAt, name, inputMode }: ListFieldProps) {
  const { t } = useTranslation('people');
  const [boxes, setBoxes] = useState<readonly string[]>(value.length === 0 ? [''] : value);
  const list = useRef<HTMLDivElement>(null);

  const take = (next: readonly string[]): void => {
    setBoxes(next);
    onChange(next.map((entry) => entry.trim()).filter((entry) => entry !== ''));
  };
  const focus = (index: number): void => {
    // The box is there after this render.
    setTimeout(() => list.current?.querySelectorAll('input')[index]?.focus(), 0);
  };
  const filledBefore = (index: number): number => boxes.slice(0, index).filter((entry) => entry.trim() !== '').length;

  return (
    <Input.Wrapper label={label} labelElement="div">
      <Stack gap={4} ref={list}>
        {boxes.map((entry, index) => (
          <TextInput
            key={index}
            name={`${name}.${index}`}
            aria-label={boxes.length === 1 ? label : t('form.nth', { label, place: index + 1 })}
            inputMode={inputMode}
            autoComplete="off"
            value={entry}
            error={entry.trim() === '' ? undefined : errorAt(filledBefore(index))}
            onChange={(event) => take(boxes.map((other, at) => (at === index ? event.currentTarget.value : other)))}
            rightSection={
              boxes.length > 1 && (
                <ActionIcon
                  size={24}
                  tabIndex={-1}
                  aria-label={t('form.removeEntry', { entry: entry || label })}
                  onClick={() => take(boxes.filter((_, at) => at !== index))}
                >
                  <IconX size={14} />
                </ActionIcon>
              )
            }
          />
        ))}
      </Stack>
      {boxes.every((entry) => entry.trim() !== '') && boxes.length < 20 && (
        <Button
          size="compact-xs"
          variant="subtle"
          mt={4}
          leftSection={<IconPlus size={13} />}
          onClick={() => {
            setBoxes([...boxes, '']);
            focus(boxes.length);
          }}
        >
          {t('form.addMore')}
        </Button>
      )}
    </Input.Wrapper>
  );
}
