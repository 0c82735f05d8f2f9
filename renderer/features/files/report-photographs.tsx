import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@shared/domain/attachment/schema';
import { useFormat } from '../../lib/format';
import { useDo } from '../../lib/ipc';
import { useFileDrag } from './use-file-drag';
import { useFileActions } from './use-files';
import type { FileActions } from './use-files';
import { useTripPhotographs } from './use-trip-photographs';
import type { PhotographGroup } from './use-trip-photographs';
import { useThumbnail } from './use-thumbnail';
import classes from './report-photographs.module.css';

/** How many of a trip's photographs its report prints, and where they are chosen and put in order. */
export function ReportPhotographs({ tripId }: { readonly tripId: string }) {
  const { t } = useTranslation('files');
  const groups = useTripPhotographs(tripId);
  const [isOpen, setOpen] = useState(false);
  if (groups === undefined) return null;
  const all = groups.flatMap(({ photographs }) => photographs);
  const chosen = all.filter(({ isInReport }) => isInReport).length;
  return (
    <div className={classes.summary}>
      <Text size="sm" c="dimmed" role="status">
        {all.length === 0 ? t('report.none') : t('report.chosen', { chosen, count: all.length })}
      </Text>
      {all.length > 0 && (
        <Button
          fullWidth
          mt="xs"
          variant="default"
          leftSection={<IconPhoto size={16} stroke={1.6} />}
          onClick={() => setOpen(true)}
        >
          {t('report.choose')}
        </Button>
      )}
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('report.title')} size="80rem">
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('report.hint')} {t('report.chosen', { chosen, count: all.length })}
          </Text>
          {groups.map((group) => (
            <Photographs key={group.id} group={group} />
          ))}
        </Stack>
      </Modal>
    </div>
  );
}

function Photographs({ group: { title, photographs } }: { readonly group: PhotographGroup }) {
  const { t } = useTranslation('files');
  const { text } = useFormat();
  const actions = useFileActions(photographs);
  const drag = useFileDrag(photographs, actions.moveBefore, true);
  const name = title === null ? t('report.ofTrip') : text(title);
  const isAllChosen = photographs.every(({ isInReport }) => isInReport);
  const { run: choose } = useDo('attachments:choose');
  return (
    <section aria-label={t('report.group', { title: name })}>
      <Group justify="space-between" mb={6}>
        <Text fw={600} size="sm">
          {name}
        </Text>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => void choose({ ids: photographs.map(({ id }) => id), isInReport: !isAllChosen })}
        >
          {t(isAllChosen ? 'report.noneOf' : 'report.all')}
        </Button>
      </Group>
      <ol className={classes.grid}>
        {photographs.map((file, index) => (
          <Choice key={file.id} file={file} next={photographs[index + 1] ?? null} actions={actions} drag={drag} />
        ))}
      </ol>
    </section>
  );
}

interface ChoiceProps {
  readonly file: Attachment;
  readonly next: Attachment | null;
  readonly actions: FileActions;
  readonly drag: ReturnType<typeof useFileDrag>;
}

/** One photograph to tick, with its caption as it will be printed. */
function Choice({ file, next, actions, drag }: ChoiceProps) {
  const { t } = useTranslation('files');
  const address = useThumbnail(file);
  const [wanted, setWanted] = useState<boolean>();
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 1;
    if (!event.altKey || !/^Arrow/.test(event.key)) return;
    event.preventDefault();
    actions.move(file, by);
  };
  return (
    <li
      className={classes.choice}
      data-chosen={(wanted ?? file.isInReport) || undefined}
      data-dragged={drag.draggedId === file.id || undefined}
      data-mark={drag.mark?.id === file.id ? (drag.mark.isAfter ? 'after' : 'before') : undefined}
      onKeyDown={onKeyDown}
      {...drag.target(file, next)}
    >
      <label className={classes.picture} {...drag.handle(file)}>
        {typeof address === 'string' && <img src={address} alt="" decoding="async" draggable={false} />}
        <Checkbox
          className={classes.tick}
          aria-label={t('report.photograph', { name: file.name })}
          checked={wanted ?? file.isInReport}
          onChange={(event) => {
            const isWanted = event.currentTarget.checked;
            setWanted(isWanted);
            void actions.setInReport(file, isWanted).then(() => setWanted(undefined));
          }}
        />
      </label>
      <Text size="xs" lineClamp={2}>
        {file.caption === '' ? file.name : file.caption}
      </Text>
    </li>
  );
}
