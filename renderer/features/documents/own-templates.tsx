import { useRef, useState } from 'react';
import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconDots, IconFileTypography, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DocumentChoices, DocumentKind } from '@shared/documents/choices';
import type { DocumentTemplate } from '@shared/domain/document-template/schema';
import { useAsk, useDo } from '../../lib/ipc';
import { notifyUndoable } from '../../lib/notices';
import classes from './documents.module.css';
import { TemplateForm } from './template-form';

interface OwnTemplatesProps {
  readonly choices: DocumentChoices;
  readonly onTurnTo: (kind: DocumentKind, templateId?: string | null) => void;
}

/** Kinds of document of the office's own: chosen like the others, written here or taken in as files. */
export function OwnTemplates({ choices, onTurnTo }: OwnTemplatesProps) {
  const { t } = useTranslation(['documents', 'actions']);
  const { data: templates = [] } = useAsk('document-templates:list', {});
  const { data: starters = [] } = useAsk('document-templates:starters', {});
  const { run: takeIn } = useDo('document-templates:take-in');
  const { run: create } = useDo('document-templates:create');
  const { run: trash } = useDo('document-templates:trash');
  const { run: saveFile } = useDo('document-templates:save-file');
  const [edited, setEdited] = useState<DocumentTemplate | null>(null);
  const input = useRef<HTMLInputElement>(null);

  const take = async (file: File): Promise<void> => {
    const taken = await takeIn({ name: file.name.slice(-300), bytes: new Uint8Array(await file.arrayBuffer()) });
    if (taken.ok) onTurnTo('own', taken.value.id);
  };
  const begin = async (name: string, markdown: string): Promise<void> => {
    const made = await create({ fields: { name, markdown } });
    if (!made.ok) return;
    onTurnTo('own', made.value.id);
    setEdited(made.value);
  };
  const remove = async ({ id, name }: DocumentTemplate): Promise<void> => {
    const done = await trash({ id });
    if (!done.ok) return;
    if (choices.templateId === id) onTurnTo('report');
    notifyUndoable(t('actions:movedToTrash', { name }), { type: 'document-template', id });
  };

  return (
    <>
      <h2 className={classes.asideTitle}>{t('documents:templates.title')}</h2>
      <ul>
        {templates.map((template) => (
          <li key={template.id} className={classes.ownKind}>
            <UnstyledButton
              className={classes.kind}
              aria-current={choices.templateId === template.id ? 'true' : undefined}
              onClick={() => onTurnTo('own', template.id)}
            >
              <IconFileTypography size={18} stroke={1.6} aria-hidden="true" />
              <span>{template.name}</span>
            </UnstyledButton>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon size={24} aria-label={t('documents:templates.more', { name: template.name })}>
                  <IconDots size={16} stroke={1.6} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setEdited(template)}>{t('actions:edit')}</Menu.Item>
                <Menu.Item onClick={() => void saveFile({ id: template.id })}>
                  {t('documents:templates.save')}
                </Menu.Item>
                <Menu.Item onClick={() => void remove(template)}>{t('actions:delete')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </li>
        ))}
      </ul>
      <Menu position="bottom-start">
        <Menu.Target>
          <UnstyledButton className={classes.kind}>
            <IconPlus size={18} stroke={1.6} aria-hidden="true" />
            <span>{t('documents:templates.add')}</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {starters.map(({ name, markdown }) => (
            <Menu.Item key={name} onClick={() => void begin(name, markdown)}>
              {t('documents:templates.from', { name })}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => input.current?.click()}>{t('documents:templates.fromFile')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={input}
        type="file"
        accept=".md,.markdown,.txt"
        hidden
        aria-label={t('documents:templates.fromFile')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void take(file);
        }}
      />
      {edited && <TemplateForm template={edited} onClose={() => setEdited(null)} />}
    </>
  );
}
