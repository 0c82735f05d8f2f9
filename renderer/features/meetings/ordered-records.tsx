import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { ActionIcon, Anchor, Input } from '@mantine/core';
import { IconGripVertical, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Option } from '../../lib/directory';
import { RecordSelect } from '../../ui/record-select';
import classes from './ordered-records.module.css';

interface OrderedRecordsProps {
  readonly label: string;
  readonly ids: readonly string[];
  readonly onChange: (ids: string[]) => void;
  readonly options: readonly Option[];
  readonly nameOf: (id: string) => string;
  /** A second, quieter line: a job title. */
  readonly detailOf?: (id: string) => string;
  readonly pathTo: (id: string) => string;
  readonly addLabel: string;
  readonly error?: string | undefined;
  readonly onCreate: (name: string) => Promise<string | null>;
}

/** People or organisations in an order that means something: moved by dragging or Alt and the arrows, taken out by Delete. */
export function OrderedRecords(props: OrderedRecordsProps) {
  const { label, ids, onChange, options, nameOf, detailOf, pathTo, addLabel, error, onCreate } = props;
  const { t } = useTranslation('meetings');
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const focusId = useRef<string | null>(null);

  // A row that changes its place is taken out of the page for a moment and loses the focus by it.
  useEffect(() => {
    if (focusId.current === null) return;
    rowOf(list.current, focusId.current)?.focus();
    focusId.current = null;
  }, [ids]);

  const moveTo = (id: string, to: number): void => {
    if (to < 0 || to >= ids.length) return;
    const rest = ids.filter((other) => other !== id);
    onChange([...rest.slice(0, to), id, ...rest.slice(to)]);
  };
  const onRowKey = (event: KeyboardEvent<HTMLLIElement>, id: string, index: number): void => {
    if (event.target !== event.currentTarget) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step !== undefined && event.altKey) {
      focusId.current = id;
      moveTo(id, index + step);
    } else if (step !== undefined) {
      rowOf(list.current, ids[index + step])?.focus();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      focusId.current = ids[index + 1] ?? ids[index - 1] ?? null;
      onChange(ids.filter((other) => other !== id));
    } else {
      return;
    }
    event.preventDefault();
  };

  return (
    <Input.Wrapper label={label} labelElement="div" error={error}>
      {ids.length > 0 && (
        <ol ref={list} className={classes.list} aria-label={label}>
          {ids.map((id, index) => {
            const detail = detailOf?.(id) ?? '';
            return (
              <li
                key={id}
                data-id={id}
                tabIndex={0}
                draggable
                className={classes.row}
                data-over={over === id && dragged !== id ? true : undefined}
                data-dragged={dragged === id || undefined}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
                title={t('ordered.hint')}
                onKeyDown={(event) => onRowKey(event, id, index)}
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  setDragged(id);
                }}
                onDragOver={(event) => {
                  if (dragged === null) return;
                  event.preventDefault();
                  setOver(id);
                }}
                onDrop={(event) => {
                  event.preventDefault();
                  if (dragged !== null) moveTo(dragged, index);
                }}
                onDragEnd={() => {
                  setDragged(null);
                  setOver(null);
                }}
              >
                <IconGripVertical size={14} stroke={1.6} className={classes.grip} aria-hidden="true" />
                <span className={classes.number}>{index + 1}</span>
                <span className={classes.words}>
                  <Anchor component={Link} to={pathTo(id)} className={classes.name} tabIndex={-1} draggable={false}>
                    {nameOf(id)}
                  </Anchor>
                  {detail !== '' && <span className={classes.detail}>{detail}</span>}
                </span>
                <ActionIcon
                  size={24}
                  tabIndex={-1}
                  className={classes.remove}
                  aria-label={t('ordered.remove', { name: nameOf(id) })}
                  onClick={() => onChange(ids.filter((other) => other !== id))}
                >
                  <IconX size={14} />
                </ActionIcon>
              </li>
            );
          })}
        </ol>
      )}
      <RecordSelect
        label=""
        aria-label={addLabel}
        placeholder={addLabel}
        options={options.filter(({ value }) => !ids.includes(value))}
        value={null}
        onChange={(id) => {
          if (id !== null && !ids.includes(id)) onChange([...ids, id]);
        }}
        onCreate={onCreate}
      />
    </Input.Wrapper>
  );
}

function rowOf(list: HTMLOListElement | null, id: string | undefined): HTMLElement | undefined {
  return [...(list?.querySelectorAll<HTMLElement>('[data-id]') ?? [])].find((row) => row.dataset['id'] === id);
}
