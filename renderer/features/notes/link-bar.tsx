import { useEffect, useRef, useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import { linkAddress } from '@shared/domain/note/link';
import { useDo } from '../../lib/ipc';
import classes from './note-editor.module.css';

interface LinkBarProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** The address of the link at the caret, or of one to make from the marked words. */
export function LinkBar({ editor, onClose }: LinkBarProps) {
  const { t } = useTranslation(['notes', 'actions']);
  const before = String(editor.getAttributes('link')['href'] ?? '');
  const [address, setAddress] = useState(before);
  const [isWrong, setWrong] = useState(false);
  const open = useDo('notes:open-link');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  const back = (): void => {
    onClose();
    editor.commands.focus();
  };
  const keep = (): void => {
    const typed = address.trim();
    const href = /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(typed) ? `https://${typed}` : typed;
    if (!linkAddress.test(href)) {
      setWrong(true);
      return;
    }
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && before === '') {
      chain.insertContent({ type: 'text', text: typed, marks: [{ type: 'link', attrs: { href } }] }).run();
    } else chain.setMark('link', { href }).run();
    onClose();
  };
  const remove = (): void => {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
    onClose();
  };

  return (
    <form
      className={classes.find}
      aria-label={t('notes:link.title')}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        back();
      }}
    >
      <TextInput
        ref={field}
        size="xs"
        className={classes.linkField}
        aria-label={t('notes:link.address')}
        placeholder={t('notes:link.address')}
        value={address}
        error={isWrong ? t('notes:link.wrong') : undefined}
        onChange={(event) => {
          setAddress(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <Button type="submit" size="compact-sm">
        {t('notes:link.keep')}
      </Button>
      {before !== '' && (
        <>
          <Button size="compact-sm" variant="default" onClick={() => void open.run({ address: before })}>
            {t('notes:link.open')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => void navigator.clipboard.writeText(before)}>
            {t('notes:link.copy')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={remove}>
            {t('notes:link.remove')}
          </Button>
        </>
      )}
      <Button size="compact-sm" variant="subtle" onClick={back}>
        {t('actions:cancel')}
      </Button>
    </form>
  );
}
