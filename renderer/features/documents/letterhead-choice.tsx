import { useEffect, useRef } from 'react';
import { Button, Group, Input, Loader, Text, UnstyledButton } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DocumentTemplate } from '@shared/domain/document-template/schema';
import { useDroppedFiles, usePastedFiles } from '@renderer/features/files';
import classes from './documents.module.css';
import { useLetterhead } from './use-letterhead';

/** The picture at the head of a template's first page: picked, dropped anywhere in the window or pasted; seen, and taken away. */
export function LetterheadChoice({ template }: { readonly template: DocumentTemplate }) {
  const { t } = useTranslation('documents');
  const { picture, isBusy, refusal, put, remove } = useLetterhead(template);
  const picker = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLButtonElement>(null);
  const isTakenAway = useRef(false);
  useEffect(() => {
    // The button that took it away is gone, and the keys would go nowhere.
    if (picture === null && isTakenAway.current) chooser.current?.focus();
    isTakenAway.current = false;
  }, [picture]);
  const take = (files: readonly File[]): void => {
    const [file] = files;
    if (file !== undefined && !isBusy) void put(file);
  };
  const isOver = useDroppedFiles(take);
  usePastedFiles(take);
  const pick = (): void => picker.current?.click();
  const takeAway = (): void => {
    isTakenAway.current = true;
    void remove();
  };
  return (
    <Input.Wrapper label={t('letterhead.label')} description={t('letterhead.hint')} labelElement="div">
      <div
        className={classes.letterhead}
        data-over={isOver || undefined}
        role="group"
        aria-label={t('letterhead.label')}
      >
        {picture === null || isOver ? (
          <UnstyledButton ref={chooser} className={classes.noLetterhead} onClick={pick}>
            {isBusy ? <Loader size={16} /> : <IconPhotoPlus size={18} stroke={1.6} aria-hidden="true" />}
            <Text span size="sm">
              {isOver ? (
                t('letterhead.release')
              ) : (
                <>
                  <b>{t('letterhead.none')}</b> {t('letterhead.orDrop')}
                </>
              )}
            </Text>
          </UnstyledButton>
        ) : (
          <>
            {/* It is printed on white paper, whatever the colours of the screen; of another picture the address is another. */}
            <div className={classes.letterheadPaper}>
              <img
                src={`app://files/${picture.id}?${picture.sha256}`}
                alt={t('letterhead.picture', { name: picture.name })}
                draggable={false}
              />
            </div>
            <Group gap="xs" wrap="nowrap">
              <Text size="xs" c="dimmed" className={classes.letterheadName}>
                {picture.name}
              </Text>
              <Button variant="default" size="compact-sm" loading={isBusy} onClick={pick}>
                {t('letterhead.another')}
              </Button>
              <Button variant="subtle" size="compact-sm" disabled={isBusy} onClick={takeAway}>
                {t('letterhead.remove')}
              </Button>
            </Group>
          </>
        )}
        <input
          ref={picker}
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp,image/avif,image/bmp"
          hidden
          aria-label={t('letterhead.none')}
          onChange={({ currentTarget }) => {
            take([...(currentTarget.files ?? [])]);
            // The same file may be picked again.
            currentTarget.value = '';
          }}
        />
      </div>
      {refusal !== null && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" mt={4}>
          {refusal}
        </Text>
      )}
    </Input.Wrapper>
  );
}
