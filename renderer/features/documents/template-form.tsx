import { useMemo } from 'react';
import { Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { templateText } from '@shared/documents/template-text';
import type { DocumentTemplate } from '@shared/domain/document-template/schema';
import { draftOf } from '../../lib/drafts';
import { formOf, useRecordForm } from '../../lib/forms';
import { useDo } from '../../lib/ipc';
import { FormDrawer } from '../../ui/form-drawer';
import classes from './documents.module.css';
import { FieldGuide } from './field-guide';
import { LetterheadChoice } from './letterhead-choice';

interface TemplateFormProps {
  readonly template: DocumentTemplate;
  readonly onClose: () => void;
}

/** The text of a template, with the fields that it may name beside it. */
export function TemplateForm({ template, onClose }: TemplateFormProps) {
  const { t } = useTranslation('documents');
  const update = useDo('document-templates:update', { isInForm: true });
  const form = useRecordForm('document-template', {
    draft: draftOf('document-template', template.id),
    initial: useMemo(() => formOf('document-template', template), [template]),
    onSubmit: (_fields, { markdown, ...changed }) =>
      update.run({
        id: template.id,
        patch: { ...changed, ...(markdown !== undefined && { markdown: templateText(markdown) }) },
      }),
    onSaved: onClose,
  });
  return (
    <FormDrawer title={t('templates.edit')} form={form} onClose={onClose} size="xl">
      <TextInput label={t('templates.name')} required {...form.text('name')} />
      <LetterheadChoice template={template} />
      <Textarea
        label={t('templates.text')}
        autosize
        minRows={16}
        maxRows={28}
        spellCheck={false}
        classNames={{ input: classes.templateText ?? '' }}
        {...form.text('markdown')}
      />
      <Text size="sm" c="dimmed">
        {t('templates.hint')}
      </Text>
      <FieldGuide />
    </FormDrawer>
  );
}
