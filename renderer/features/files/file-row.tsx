import { memo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Checkbox, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@shared/domain/attachment/schema';
import { failureInWords } from '../../lib/failure-words';
import { useFormat } from '../../lib/format';
import { StatusBadge } from '../../ui/status-badge';
import type { FileMark } from './file-mark';
import { FileMenu } from './file-menu';
import { Thumbnail } from './thumbnail';
import { useCaption } from './use-caption';
import type { useFileDrag } from './use-file-drag';
import type { FileActions } from './use-files';
import { isUnshownPicture } from '@shared/domain/attachment/rules';
import classes from './files.module.css';

interface FileRowProps {
  readonly file: Attachment;
  readonly index: number;
  readonly count: number;
  readonly next: Attachment | null;
  readonly hasReport: boolean;
  readonly mark: FileMark | undefined;
  readonly actions: FileActions;
  readonly drag: ReturnType<typeof useFileDrag>;
  readonly measure: (row: HTMLElement | null) => void;
  readonly heardAt: number;
  readonly onView: () => void;
}

const longestCaption = 20_000;

/**
 * One file: its picture, name and caption; Alt with the arrow keys moves it, Alt+R chooses it for the report. Drawn anew only
 * when something about it is another: while a long list is scrolled, most of its rows stay.
 */
export const FileRow = memo(Row, isDrawnTheSame);

/** What can be done with a row goes by the list that it was drawn with, which is another whenever the store was heard. */
function isDrawnTheSame(before: FileRowProps, now: FileRowProps): boolean {
  return (
    before.file === now.file &&
    before.heardAt === now.heardAt &&
    before.index === now.index &&
    before.count === now.count &&
    before.next === now.next &&
    before.hasReport === now.hasReport &&
    before.mark === now.mark &&
    before.drag.mark === now.drag.mark &&
    before.drag.draggedId === now.drag.draggedId
  );
}

function Row(props: FileRowProps) {
  const { file, index, count, next, hasReport, mark, actions, drag, measure, heardAt, onView } = props;
  const { t } = useTranslation(['files', 'actions']);
  const { bytes, moment } = useFormat();
  const caption = useCaption(file, heardAt);
  const { name } = file;
  // Ticked at once; the store's word counts again when it has answered.
  const [wanted, setWanted] = useState<boolean>();

  const choose = (isWanted: boolean): void => {
    setWanted(isWanted);
    void actions.setInReport(file, isWanted).then(() => setWanted(undefined));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') actions.move(file, event.key === 'ArrowUp' ? -1 : 1);
    // By the place of the key: with Alt, a Mac's keyboard writes another letter.
    else if (event.code === 'KeyR' && hasReport) choose(!(wanted ?? file.isInReport));
    else return;
    event.preventDefault();
  };
  return (
    <li
      ref={measure}
      data-index={index}
      className={classes.row}
      aria-posinset={index + 1}
      aria-setsize={count}
      data-dragged={drag.draggedId === file.id || undefined}
      data-mark={drag.mark?.id === file.id ? (drag.mark.isAfter ? 'after' : 'before') : undefined}
      onKeyDown={onKeyDown}
      {...drag.target(file, next)}
    >
      <div {...drag.handle(file)} className={classes.hold}>
        <Thumbnail file={file} onView={onView} onOpen={() => actions.open(file)} />
      </div>
      <div className={classes.words}>
        <div className={classes.head}>
          <Text span size="sm" fw={500} className={classes.name} title={name}>
            {name}
          </Text>
          {mark?.label !== undefined && <StatusBadge label={mark.label} tone="active" />}
          <Text span size="xs" c="dimmed" className={classes.detail}>
            {bytes(file.size)} ·{' '}
            {file.takenAt === null ? moment(file.createdAt) : t('files:takenAt', { time: moment(file.takenAt) })}
          </Text>
        </div>
        {isUnshownPicture(file) && (
          <Text size="xs" c="dimmed">
            {t('files:cannotBeShown')}
          </Text>
        )}
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
          onChange={(event) => choose(event.currentTarget.checked)}
        />
      )}
      <FileMenu file={file} isFirst={index === 0} isLast={index === count - 1} mark={mark} actions={actions} />
    </li>
  );
}
