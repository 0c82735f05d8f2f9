import { useState } from 'react';
import { Input, SegmentedControl, Textarea, TextInput, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { writtenForms } from '@shared/domain/values';
import type { LocalisedText, WrittenForm } from '@shared/domain/values';
import { useFormat } from '../lib/format';
import classes from './localised-text-field.module.css';

interface LocalisedTextFieldProps {
  readonly label: string;
  readonly value: LocalisedText;
  readonly onChange: (text: LocalisedText) => void;
  readonly error?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly required?: boolean;
  /** Opens with all three scripts shown. */
  readonly isOpen?: boolean;
  readonly isLong?: boolean;
  readonly autoFocus?: boolean;
}

const languages = { en: 'en', zhHant: 'zh-Hant-HK', zhHans: 'zh-Hans' } as const satisfies Record<WrittenForm, string>;

/** A text in English, Traditional and Simplified Chinese: one box for the form in use, and a switch for all three. */
export function LocalisedTextField(props: LocalisedTextFieldProps) {
  const { label, value, name, description, required = false, isOpen = false } = props;
  const { t } = useTranslation('ui');
  const { form } = useFormat();
  const filled = writtenForms.filter((each) => value[each].trim() !== '');
  const [areAllShown, setAllShown] = useState(isOpen || filled.length > 1);
  const [single, setSingle] = useState<WrittenForm>(filled.includes(form) ? form : (filled[0] ?? form));
  const shown = areAllShown ? writtenForms : [single];

  return (
    <Input.Wrapper
      className={classes.field ?? ''}
      label={label}
      required={required}
      description={description}
      labelElement="div"
      classNames={{ label: classes.label ?? '' }}
    >
      <div className={classes.boxes}>
        {shown.map((each, index) => (
          <FormBox
            key={each}
            {...props}
            form={each}
            isFirst={index === 0}
            isMarked={areAllShown}
            inputName={name === undefined ? undefined : `${name}.${each}`}
          />
        ))}
      </div>
      {/* After the boxes, so that Tab comes to typing first; it stands above them on the screen. */}
      <div className={classes.switches}>
        {!areAllShown && (
          <SegmentedControl
            size="xs"
            aria-label={t('localised.showOne', { label })}
            className={classes.forms}
            value={single}
            onChange={(next) => setSingle(writtenForms.find((each) => each === next) ?? single)}
            data={writtenForms.map((each) => ({ value: each, label: t(`localised.${each}Short`) }))}
          />
        )}
        <UnstyledButton
          className={classes.toggle}
          aria-expanded={areAllShown}
          aria-label={t(areAllShown ? 'localised.showOne' : 'localised.showAll', { label })}
          onClick={() => setAllShown(!areAllShown)}
        >
          {areAllShown ? '1' : '3'}
        </UnstyledButton>
      </div>
    </Input.Wrapper>
  );
}

interface FormBoxProps extends LocalisedTextFieldProps {
  readonly form: WrittenForm;
  readonly isFirst: boolean;
  readonly isMarked: boolean;
  readonly inputName: string | undefined;
}

function FormBox({
  form,
  isFirst,
  isMarked,
  inputName,
  label,
  value,
  onChange,
  error,
  isLong = false,
  autoFocus,
}: FormBoxProps) {
  const { t } = useTranslation('ui');
  const Box = isLong ? Textarea : TextInput;
  return (
    <Box
      aria-label={t('localised.inScript', { label, script: t(`localised.${form}`) })}
      lang={languages[form]}
      {...(inputName === undefined ? {} : { name: inputName })}
      value={value[form]}
      // With the box itself, so that it is read out together with it.
      error={isFirst && error}
      onChange={(event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
        onChange({ ...value, [form]: event.currentTarget.value })
      }
      data-autofocus={autoFocus && isFirst ? true : undefined}
      {...(isMarked
        ? { leftSection: <span aria-hidden="true">{t(`localised.${form}Short`)}</span>, leftSectionWidth: 34 }
        : {})}
      classNames={{ section: classes.script ?? '' }}
    />
  );
}
