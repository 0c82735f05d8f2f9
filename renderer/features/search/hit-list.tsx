import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordType } from '@shared/domain/records';
import type { SearchHit } from '@shared/ipc/app-channels';
import classes from './search.module.css';

interface Group {
  readonly type: RecordType;
  readonly entries: readonly { readonly hit: SearchHit; readonly index: number }[];
}

interface HitListProps {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly Group[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly onOpen: (hit: SearchHit) => void;
}

export function optionId(index: number): string {
  return `search-result-${index}`;
}

/** What was found, kind by kind; the box above keeps the focus and one of these is chosen. */
export function HitList({ id, label, groups, chosen, onChoose, onOpen }: HitListProps) {
  const { t } = useTranslation('terms');
  return (
    <div id={id} role="listbox" aria-label={label}>
      {groups.map(({ type, entries }) => (
        <div key={type} role="group" aria-label={t(`records.${type}`)} className={classes.group}>
          <Title order={2} className={classes.kind} aria-hidden="true">
            {t(`records.${type}`)} <span>{entries.length}</span>
          </Title>
          {entries.map(({ hit, index }) => (
            <div
              key={`${hit.type}-${hit.id}`}
              id={optionId(index)}
              role="option"
              aria-selected={index === chosen}
              className={classes.hit}
              onMouseMove={() => onChoose(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onOpen(hit)}
            >
              <Hit hit={hit} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  const { t } = useTranslation('terms');
  const { excerpt, start, length } = hit;
  const isTitle = excerpt.trim() === hit.title.trim();
  const marked = (
    <>
      {excerpt.slice(0, start)}
      <mark>{excerpt.slice(start, start + length)}</mark>
      {excerpt.slice(start + length)}
    </>
  );
  return (
    <>
      <span className={classes.name}>{isTitle ? marked : hit.title || t('missing.unnamed')}</span>
      {!isTitle && <span className={classes.excerpt}>{marked}</span>}
    </>
  );
}
