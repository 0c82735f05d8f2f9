import { useMemo } from 'react';
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { leaveForms } from '../../lib/leave-forms';
import { openDialogs } from '../../lib/shortcuts';
import { KeyHint } from '../../ui/key-hint';
import { addressOf } from './address';
import { groupsOf } from './entries';
import type { Command, Entry } from './entries';
import { useOpenHit } from './open-hit';
import { nothingAsked, useQuestion } from './question';
import { SearchPanel } from './search-panel';
import classes from './search.module.css';

interface SearchDialogProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
  /** Forms under the box are left: their words are kept already. */
  readonly onLeave: () => void;
}

/** The one box, over whatever screen it was called from. */
export function SearchDialog({ commands, onClose, onLeave }: SearchDialogProps) {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const open = useOpenHit();
  const { question, change, answer, isCurrent } = useQuestion('palette', nothingAsked, 6);
  const groups = useMemo(() => groupsOf(question, answer, commands), [question, answer, commands]);
  const onOpen = async (entry: Entry): Promise<void> => {
    const isOverForm = openDialogs() > 1;
    onClose();
    if (isOverForm) {
      if (!(await leaveForms())) return;
      onLeave();
    }
    if (entry.kind === 'hit') open(entry.hit);
    else if (entry.kind === 'command') entry.command.run();
    else void navigate(addressOf({ ...question, kind: entry.of }));
  };
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={760}
      yOffset="8vh"
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes.dialog ?? '', body: classes.body ?? '' }}
    >
      <Modal.Overlay backgroundOpacity={0.2} />
      <Modal.Content aria-label={t('title')}>
        <Modal.Body>
          <SearchPanel
            question={question}
            onChange={change}
            answer={answer}
            isCurrent={isCurrent}
            groups={groups}
            onOpen={(entry) => void onOpen(entry)}
          />
          <div className={classes.foot} aria-hidden="true">
            <span>
              <KeyHint keys="↑" /> <KeyHint keys="↓" /> {t('hintMove')}
            </span>
            <span>
              <KeyHint keys="Enter" /> {t('hintOpen')}
            </span>
            <span>
              <KeyHint keys="Escape" /> {t('hintClose')}
            </span>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
