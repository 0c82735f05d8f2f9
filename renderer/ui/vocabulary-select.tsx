import { Select } from '@mantine/core';

interface VocabularySelectProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  /** The values in their order, such as `tripStatuses`. */
  readonly values: readonly V[];
  /** The words for one: `(status) => t(`terms:tripStatus.${status}`)`. */
  readonly words: (value: V) => string;
  readonly error?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly required?: boolean;
}

/** One word out of a fixed list. */
export function VocabularySelect<V extends string>({ values, words, onChange, ...input }: VocabularySelectProps<V>) {
  return (
    <Select
      {...input}
      data={values.map((value) => ({ value, label: words(value) }))}
      searchable={values.length > 8}
      onChange={(next) => {
        const value = values.find((each) => each === next);
        if (value !== undefined) onChange(value);
      }}
    />
  );
}
