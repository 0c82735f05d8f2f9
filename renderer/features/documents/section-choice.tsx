import { useRef } from 'react';
import type { DragEvent, KeyboardEvent } from 'react';
import { ActionIcon, Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { sectionsOf } from '@shared/documents/choices';
import type { DocumentKind, SectionName } from '@shared/documents/choices';
import classes from './documents.module.css';
import { movedInOrder, putBack } from './section-order';

interface SectionChoiceProps {
  readonly kind: DocumentKind;
  /** Those that are in it, in their order. */
  readonly chosen: readonly string[];
  readonly onChange: (sections: string[]) => void;
}

/** Which sections a document has, and in which order: by check-box, by dragging, by Alt with the arrow keys. */
export function SectionChoice({ kind, chosen, onChange }: SectionChoiceProps) {
  const { t } = useTranslation('documents');
  const dragged = useRef<SectionName | null>(null);
  const all: readonly SectionName[] = sectionsOf[kind];
  const inIt = chosen.flatMap((name) => all.filter((each) => each === name));
  const rows = [...inIt, ...all.filter((name) => !inIt.includes(name))];

  const toggle = (name: SectionName): void =>
    onChange(inIt.includes(name) ? inIt.filter((each) => each !== name) : putBack(all, inIt, name));
  const move = (name: SectionName, by: -1 | 1): void => onChange(movedInOrder(inIt, name, by));
  const onKeyDown = (name: SectionName) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(name, event.key === 'ArrowUp' ? -1 : 1);
  };
  const onDrop = (target: SectionName) => (event: DragEvent) => {
    event.preventDefault();
    const from = dragged.current;
    dragged.current = null;
    if (from === null || from === target) return;
    const steps = inIt.indexOf(target) - inIt.indexOf(from);
    onChange(movedInOrder(inIt, from, steps));
  };

  return (
    <ul className={classes.sections} aria-label={t('sections.title')}>
      {rows.map((name) => {
        const at = inIt.indexOf(name);
        const isIn = at >= 0;
        const title = t(`sections.${name}`);
        return (
          <li
            key={name}
            draggable={isIn}
            onDragStart={() => (dragged.current = name)}
            onDragEnd={() => (dragged.current = null)}
            onDragOver={(event) => isIn && dragged.current !== null && event.preventDefault()}
            onDrop={onDrop(name)}
            onKeyDown={isIn ? onKeyDown(name) : undefined}
          >
            <Checkbox label={title} checked={isIn} onChange={() => toggle(name)} />
            {isIn && (
              <span className={classes.sectionKeys}>
                <ActionIcon
                  size={22}
                  aria-label={t('sections.up', { section: title })}
                  disabled={at === 0}
                  onClick={() => move(name, -1)}
                >
                  <IconChevronUp size={14} stroke={1.6} />
                </ActionIcon>
                <ActionIcon
                  size={22}
                  aria-label={t('sections.down', { section: title })}
                  disabled={at === inIt.length - 1}
                  onClick={() => move(name, 1)}
                >
                  <IconChevronDown size={14} stroke={1.6} />
                </ActionIcon>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
