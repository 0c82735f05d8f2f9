import { Input, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { writtenForms } from '@shared/domain/values';
import type { LocalisedText, WrittenForm } from '@shared/domain/values';
import type { RecordForm } from '../../lib/forms';
import classes from './people.module.css';

const languages = { en: 'en', zhHant: 'zh-Hant-HK', zhHans: 'zh-Hans' } as const satisfies Record<WrittenForm, string>;
const parts = ['familyName', 'givenName'] as const;

/** Family and given name in three scripts: a row a script, all six boxes in sight. */
export function NameGrid({ form }: { readonly form: Pick<RecordForm<'person'>, 'field' | 'errorAt' | 'set'> }) {
  const { t } = useTranslation(['people', 'ui']);
  const error = form.errorAt('familyName') ?? form.errorAt('givenName');
  return (
    <Input.Wrapper
      label={t('people:form.names')}
      labelElement="div"
      required
      error={error}
      description={t('people:form.namesHint')}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    >
      <div className={classes.names}>
        <span />
        {parts.map((part) => (
          <span key={part} className={classes.namePart} aria-hidden="true">
            {t(`people:form.${part}`)}
          </span>
        ))}
        {writtenForms.map((script, row) => (
          <NameRow key={script} script={script} isFirst={row === 0} form={form} />
        ))}
      </div>
    </Input.Wrapper>
  );
}

interface NameRowProps {
  readonly script: WrittenForm;
  readonly isFirst: boolean;
  readonly form: Pick<RecordForm<'person'>, 'field' | 'errorAt'>;
}

function NameRow({ script, isFirst, form }: NameRowProps) {
  const { t } = useTranslation(['people', 'ui']);
  return (
    <>
      <span className={classes.script} aria-hidden="true">
        {t(`ui:localised.${script}Short`)}
      </span>
      {parts.map((part) => {
        const { value, onChange, name } = form.field(part);
        const isWrong =
          form.errorAt(`${part}.${script}`) !== undefined || (isFirst && form.errorAt(part) !== undefined);
        return (
          <TextInput
            key={part}
            name={`${name}.${script}`}
            lang={languages[script]}
            autoComplete="off"
            aria-label={t('people:form.nameIn', {
              part: t(`people:form.${part}`),
              script: t(`ui:localised.${script}`),
            })}
            value={value[script]}
            error={isWrong}
            data-autofocus={isFirst && part === 'familyName' ? true : undefined}
            onChange={(event) => onChange(withForm(value, script, event.currentTarget.value))}
          />
        );
      })}
    </>
  );
}

function withForm(text: LocalisedText, script: WrittenForm, words: string): LocalisedText {
  return { ...text, [script]: words };
}
