import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { ActionIcon, Checkbox, Menu, Text, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDeviceFloppy, IconDots, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@shared/domain/attachment/schema';
import { failureInWords } from '../../lib/failure-words';
import { useFormat } from '../../lib/format';
import { StatusBadge } from '../../ui/status-badge';
import type { FileMark } from './file-mark';
import { Thumbnail } from './thumbnail';
import { useCaption } from './use-caption';
import type { useFiles } from './use-files';
import classes from './files.module.css';

interface FileRowProps {
  readonly file: Attachment;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly hasReport: boolean;
  readonly mark: FileMark | undefined;
  readonly actions: Pick<ReturnType<typeof useFiles>, 'move' | 'saveCopy' | 'setInReport' | 'trash'>;
  readonly heardAt: number;
  readonly onView: () => void;
}

const longestCaption = 20_000;

/** One file: its picture, name and caption; Alt with the arrow keys moves it up or down. */
export function FileRow({ file, isFirst, isLast, hasReport, mark, actions, heardAt, onView }: FileRowProps) {
  const { t } = useTranslation(['files', 'actions']);
  const { bytes, moment } = useFormat();
  const caption = useCaption(file, heardAt);
  const { name } = file;
  // Ticked at once; the store's word counts again when it has answered.
  const [wanted, setWanted] = useState<boolean>();

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    actions.move(file, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className={classes.row} onKeyDown={onKeyDown}>
      <Thumbnail file={file} onView={onView} />
      <div className={classes.words}>
        <div className={classes.head}>
          <Text span size="sm" fw={500} className={classes.name} title={name}>
            {name}
          </Text>
          {mark?.label !== undefined && <StatusBadge label={mark.label} tone="active" />}
          <Text span size="xs" c="dimmed" className={classes.detail}>
            {bytes(file.size)} · {moment(file.createdAt)}
          </Text>
        </div>
        <Textarea
          variant="unstyled"
          minRows={1}
          maxRows={6}
          maxLength={longestCaption}
          aria-label={t('files:caption', { name })}
          placeholder={t('files:captionHint')}
          classNames={{ input: classes.caption ?? '' }}
          value={caption.text}
          error={caption.failure && failureInWords(caption.failure).message}
          onChange={(event) => caption.type(event.currentTarget.value)}
          onCompositionStart={() => caption.compose(true)}
          onCompositionEnd={() => caption.compose(false)}
          onBlur={caption.flush}
        />
      </div>
      {hasReport && (
        <Checkbox
          size="xs"
          className={classes.inReport}
          label={t('files:inReport')}
          aria-label={t('files:inReportOf', { name })}
          checked={wanted ?? file.isInReport}
          onChange={(event) => {
            const isWanted = event.currentTarget.checked;
            setWanted(isWanted);
            void actions.setInReport(file, isWanted).then(() => setWanted(undefined));
          }}
        />
      )}
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={t('files:actions', { name })}>
            <IconDots size={16} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconDeviceFloppy size={16} stroke={1.6} />} onClick={() => actions.saveCopy(file)}>
            {t('files:saveCopy')}
          </Menu.Item>
          {mark?.actions.map(({ label, icon: Sign, run }) => (
            <Menu.Item key={label} leftSection={<Sign size={16} stroke={1.6} />} onClick={run}>
              {label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconArrowUp size={16} stroke={1.6} />}
            disabled={isFirst}
            onClick={() => actions.move(file, -1)}
          >
            {t('actions:moveUp')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown size={16} stroke={1.6} />}
            disabled={isLast}
            onClick={() => actions.move(file, 1)}
          >
            {t('actions:moveDown')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => actions.trash(file)}>
            {t('actions:delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
