import { Group, Modal, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isFunctionKey, useShownShortcuts } from '../../lib/shortcuts';
import { KeyHint } from '../../ui/key-hint';
import classes from './shortcut-sheet.module.css';

interface SheetProps {
  readonly isShown: boolean;
  readonly onClose: () => void;
}

/** Every key that works now: those of the screen that is shown first, then those that work everywhere. */
export function ShortcutSheet({ isShown, onClose }: SheetProps) {
  const { t } = useTranslation('shell');
  return (
    <Modal opened={isShown} onClose={onClose} title={t('shortcuts.title')} size="lg">
      <SheetContent />
    </Modal>
  );
}

function SheetContent() {
  const { t } = useTranslation('shell');
  const all = useShownShortcuts();
  const isEverywhere = (keys: string): boolean => keys.includes('mod+') || isFunctionKey(keys);
  const here = all.filter(({ keys }) => !isEverywhere(keys) && keys !== '?');
  const everywhere = all.filter(({ keys }) => isEverywhere(keys) && keys !== 'mod+/');
  return (
    <div className={classes.columns}>
      {here.length > 0 && <Keys title={t('shortcuts.here')} keys={here} />}
      <Keys
        title={t('shortcuts.tables')}
        keys={[
          { keys: '↑ ↓', label: t('shortcuts.tableMove') },
          { keys: 'Enter', label: t('shortcuts.tableOpen') },
          { keys: '/', label: t('shortcuts.filter') },
        ]}
      />
      <Keys
        title={t('shortcuts.notes')}
        keys={[
          { keys: 'mod+shift+1', label: t('shortcuts.noteAsk') },
          { keys: 'mod+shift+2', label: t('shortcuts.noteOurs') },
          { keys: 'mod+shift+3', label: t('shortcuts.noteTheirs') },
          { keys: 'mod+shift+4', label: t('shortcuts.noteFollowUp') },
          { keys: 'mod+shift+5', label: t('shortcuts.noteQuote') },
          { keys: 'mod+shift+6', label: t('shortcuts.noteSensitive') },
          { keys: 'mod+shift+t', label: t('shortcuts.noteTime') },
          { keys: 'mod+f', label: t('shortcuts.noteFind') },
        ]}
      />
      <Keys
        title={t('shortcuts.forms')}
        keys={[
          { keys: 'mod+Enter', label: t('shortcuts.submit') },
          { keys: 'Escape', label: t('shortcuts.close') },
        ]}
      />
      <Keys
        title={t('shortcuts.everywhere')}
        keys={[
          ...everywhere,
          { keys: '?', label: t('shortcuts.sheet') },
          { keys: 'mod+z', label: t('shortcuts.undo') },
          { keys: 'mod+shift+z', label: t('shortcuts.redo') },
        ]}
      />
    </div>
  );
}

interface KeysProps {
  readonly title: string;
  readonly keys: readonly { readonly keys: string; readonly label: string }[];
}

function Keys({ title, keys }: KeysProps) {
  return (
    <section className={classes.keys}>
      <Title order={3} mb={4}>
        {title}
      </Title>
      {keys.map((shortcut) => (
        <Group key={shortcut.keys} justify="space-between" py={3}>
          <Text size="sm">{shortcut.label}</Text>
          <KeyHint keys={shortcut.keys} />
        </Group>
      ))}
    </section>
  );
}
