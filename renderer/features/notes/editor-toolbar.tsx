import { memo, useSyncExternalStore } from 'react';
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconBlockquote,
  IconBold,
  IconCheckbox,
  IconClock,
  IconCode,
  IconHeading,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconSearch,
  IconSeparator,
  IconStrikethrough,
  IconTable,
  IconTag,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../ui/key-hint';
import { hasSign, signNames, toggleSign } from './document/signs';
import classes from './editor-toolbar.module.css';
import colours from './signs.module.css';

interface ToolbarProps {
  readonly editor: Editor;
  readonly timeNow: () => string;
  readonly onFind: () => void;
  readonly onLink: () => void;
}

const marks = ['bold', 'italic', 'strike', 'code', 'link'] as const;
const blocks = ['bulletList', 'orderedList', 'taskList', 'blockquote', 'table', 'heading'] as const;

/** What can be done to the words, small and quiet above them; each says its key. */
export const EditorToolbar = memo(function EditorToolbar({ editor, timeNow, onFind, onLink }: ToolbarProps) {
  const { t } = useTranslation('notes');
  const active = useActive(editor);
  const chain = () => editor.chain().focus();
  const wordTools: readonly ToolSpec[] = [
    { name: 'bold', keys: 'mod+b', Icon: IconBold, run: () => chain().toggleBold().run() },
    { name: 'italic', keys: 'mod+i', Icon: IconItalic, run: () => chain().toggleItalic().run() },
    { name: 'strike', keys: 'mod+shift+s', Icon: IconStrikethrough, run: () => chain().toggleStrike().run() },
    { name: 'code', keys: 'mod+e', Icon: IconCode, run: () => chain().toggleMark('code').run() },
    { name: 'link', keys: 'mod+shift+k', Icon: IconLink, run: onLink },
  ];
  const blockTools: readonly ToolSpec[] = [
    { name: 'bulletList', keys: 'mod+shift+8', Icon: IconList, run: () => chain().toggleBulletList().run() },
    { name: 'orderedList', keys: 'mod+shift+7', Icon: IconListNumbers, run: () => chain().toggleOrderedList().run() },
    { name: 'taskList', keys: 'mod+shift+9', Icon: IconCheckbox, run: () => chain().toggleTaskList().run() },
    { name: 'blockquote', keys: 'mod+shift+b', Icon: IconBlockquote, run: () => chain().toggleBlockquote().run() },
    { name: 'rule', keys: null, Icon: IconSeparator, run: () => chain().setHorizontalRule().run() },
    {
      name: 'table',
      keys: null,
      Icon: IconTable,
      run: () => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    },
  ];
  const lookTools: readonly ToolSpec[] = [
    { name: 'time', keys: 'mod+shift+t', Icon: IconClock, run: () => chain().insertContent(`${timeNow()} `).run() },
    { name: 'find', keys: 'mod+f', Icon: IconSearch, run: onFind },
  ];
  const isInTable = active.has('table');
  const draw = (tools: readonly ToolSpec[]) =>
    tools
      .filter(({ name }) => name !== 'table' || !isInTable)
      .map((tool) => <Tool key={tool.name} tool={tool} isOn={active.has(tool.name)} />);
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('tools.title')}>
      <Menu position="bottom-start">
        <Menu.Target>
          <Tooltip label={t('signs.title')}>
            <ActionIcon size={28} aria-label={t('signs.title')} onMouseDown={keepCaret}>
              <IconTag size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown className={colours.signs}>
          {signNames.map((sign, at) => (
            <Menu.Item
              key={sign}
              leftSection={<span className={classes.dot} data-marker={sign} />}
              rightSection={<KeyHint keys={`mod+shift+${at + 1}`} />}
              data-active={active.has(sign) || undefined}
              onClick={() => {
                editor.commands.focus();
                toggleSign(editor, sign);
              }}
            >
              {t(`signs.${sign}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-start">
        <Menu.Target>
          <Tooltip label={t('tools.heading')}>
            <ActionIcon
              size={28}
              aria-label={t('tools.heading')}
              onMouseDown={keepCaret}
              data-on={active.has('heading') || undefined}
            >
              <IconHeading size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {([1, 2, 3] as const).map((level) => (
            <Menu.Item
              key={level}
              rightSection={<KeyHint keys={`mod+alt+${level}`} />}
              onClick={() => chain().toggleHeading({ level }).run()}
            >
              {t('tools.headingOf', { level })}
            </Menu.Item>
          ))}
          <Menu.Item rightSection={<KeyHint keys="mod+alt+0" />} onClick={() => chain().setParagraph().run()}>
            {t('tools.plain')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {draw(wordTools)}
      <span className={classes.gap} />
      {draw(blockTools)}
      {isInTable && <TableMenu editor={editor} />}
      <span className={classes.gap} />
      {draw(lookTools)}
    </div>
  );
});

type ToolName = (typeof marks)[number] | Exclude<(typeof blocks)[number], 'heading'> | 'rule' | 'time' | 'find';

/** The caret says which words are meant: a button must not take it away. */
function keepCaret(event: { preventDefault: () => void }): void {
  event.preventDefault();
}

interface ToolSpec {
  readonly name: ToolName;
  readonly keys: string | null;
  readonly Icon: typeof IconBold;
  readonly run: () => void;
}

function Tool({ tool: { name, keys, Icon, run }, isOn }: { readonly tool: ToolSpec; readonly isOn: boolean }) {
  const { t } = useTranslation('notes');
  const label = t(`tools.${name}`);
  return (
    <Tooltip
      label={
        <>
          {label} {keys !== null && <KeyHint keys={keys} />}
        </>
      }
    >
      <ActionIcon
        size={28}
        aria-label={label}
        aria-pressed={isOn}
        data-on={isOn || undefined}
        tabIndex={-1}
        onMouseDown={keepCaret}
        onClick={run}
      >
        <Icon size={16} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}

function TableMenu({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation('notes');
  const chain = () => editor.chain().focus();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Tooltip label={t('table.title')}>
          <ActionIcon size={28} aria-label={t('table.title')} data-on onMouseDown={keepCaret}>
            <IconTable size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => chain().addRowAfter().run()}>{t('table.addRow')}</Menu.Item>
        <Menu.Item onClick={() => chain().addColumnAfter().run()}>{t('table.addColumn')}</Menu.Item>
        <Menu.Item onClick={() => chain().deleteRow().run()}>{t('table.deleteRow')}</Menu.Item>
        <Menu.Item onClick={() => chain().deleteColumn().run()}>{t('table.deleteColumn')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => chain().deleteTable().run()}>{t('table.delete')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What holds at the caret. Drawn anew only when that changes, which it seldom does while somebody types. */
function useActive(editor: Editor): ReadonlySet<string> {
  const names = useSyncExternalStore(
    (watcher) => {
      editor.on('transaction', watcher);
      return () => editor.off('transaction', watcher);
    },
    () => activeNames(editor),
  );
  return new Set(names.split(' '));
}

function activeNames(editor: Editor): string {
  const { $from } = editor.state.selection;
  const set = editor.state.storedMarks ?? $from.marks();
  const around = Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth).type.name);
  return [
    ...marks.filter((name) => set.some(({ type }) => type.name === name)),
    ...blocks.filter((name) => around.includes(name)),
    ...signNames.filter((sign) => hasSign($from.parent, sign)),
  ].join(' ');
}
