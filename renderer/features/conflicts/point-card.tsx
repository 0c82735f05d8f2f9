import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button, Group, Text, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConflictChoice } from '@shared/ipc/sync-channels';
import { KeyHint } from '../../ui/key-hint';
import { useComparedWords } from './compared-words';
import classes from './conflicts.module.css';
import type { Decision, Point } from './points';
import type { Column } from './sides';
import type { FieldWords } from './use-field-words';

interface PointCardProps {
  readonly point: Point;
  readonly place: number;
  readonly count: number;
  readonly columns: readonly [left: Column, right: Column];
  readonly words: FieldWords;
  readonly decision: Decision | undefined;
  /** Words that were written before somebody changed the point again. */
  readonly staleWords: string | null;
  readonly isCurrent: boolean;
  /** The text box is to be typed in. */
  readonly isWriting: boolean;
  readonly onChoose: (choice: ConflictChoice) => void;
  readonly onWrite: (words: string) => void;
  readonly onEnter: () => void;
}

/** One difference: what either side says, and what is to be kept of it. */
export function PointCard(props: PointCardProps) {
  const { point, place, count, columns, words, decision, staleWords, isCurrent, isWriting, onWrite, onEnter } = props;
  const { t } = useTranslation('conflicts');
  const card = useRef<HTMLElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const field = words.label(point.path);
  const inWords = (value: Point['one']): string =>
    point.passage !== null && typeof value === 'string' && value !== ''
      ? words.passage(point.path, value)
      : words.value(point.path, value);
  const [left, right] = [point[columns[0].which], point[columns[1].which]];
  const isText = words.isText(point.path) && isSaid(left) && isSaid(right);
  const [leftWords, rightWords] = useComparedWords({ left: inWords(left), right: inWords(right), isText });
  const isAnew = decision?.choice === 'anew' || staleWords !== null;

  useEffect(() => {
    if (!isCurrent) return;
    const target = isWriting ? box.current : card.current;
    if (target !== document.activeElement && !card.current?.contains(document.activeElement)) target?.focus();
    else if (isWriting) box.current?.focus();
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent, isWriting]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    card.current?.focus();
  };
  return (
    <article
      ref={card}
      className={classes.point}
      tabIndex={-1}
      aria-label={t('point.label', { field, place, count })}
      aria-current={isCurrent || undefined}
      data-decided={decision !== undefined || undefined}
      onFocus={onEnter}
    >
      <header className={classes.pointHead}>
        <b>{field}</b>
        {point.passage !== null && point.passage.count > 1 && (
          <span className={classes.dim}>
            {t('point.passage', { place: point.passage.place, count: point.passage.count })}
          </span>
        )}
        <span className={classes.state}>
          {decision !== undefined && <IconCheck size={14} stroke={2} aria-hidden="true" />}
          {t(decision === undefined ? 'point.open' : 'point.chosen')}
        </span>
      </header>
      <Around label={t('point.before')} lines={point.passage?.before ?? []} words={words} path={point.path} />
      <div className={classes.sides}>
        <SideText isKept={isKept(decision, columns[0].which)} isEmpty={!isSaid(left)}>
          {leftWords}
        </SideText>
        <SideText isKept={isKept(decision, columns[1].which)} isEmpty={!isSaid(right)}>
          {rightWords}
        </SideText>
      </div>
      <Around label={t('point.after')} lines={point.passage?.after ?? []} words={words} path={point.path} />
      <Choices {...props} field={field} />
      {isAnew && (
        <div className={classes.anew}>
          {staleWords !== null && (
            <Text size="sm" role="alert" mb={4}>
              {t('anew.stale')}
            </Text>
          )}
          <Textarea
            ref={box}
            label={t('anew.label', { field })}
            description={t('anew.hint')}
            value={staleWords ?? decision?.anew ?? ''}
            minRows={3}
            onKeyDown={onKeyDown}
            onChange={(event) => onWrite(event.currentTarget.value)}
          />
        </div>
      )}
    </article>
  );
}

function isSaid(value: Point['one']): boolean {
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function isKept(decision: Decision | undefined, which: Column['which']): boolean | null {
  if (decision === undefined) return null;
  return decision.choice === which || decision.choice === 'both';
}

interface SideTextProps {
  /** Null while nothing was chosen. */
  readonly isKept: boolean | null;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

function SideText({ isKept: kept, isEmpty, children }: SideTextProps) {
  return (
    <div className={classes.side} data-kept={kept ?? undefined} data-empty={isEmpty || undefined}>
      {children}
    </div>
  );
}

interface AroundProps {
  readonly label: string;
  readonly lines: readonly string[];
  readonly words: FieldWords;
  readonly path: string;
}

/** The agreed lines beside a passage, so that one sees where it stands. */
function Around({ label, lines, words, path }: AroundProps) {
  const text = lines.filter((line) => line.trim() !== '').join('\n');
  if (text === '') return null;
  return (
    <p className={classes.around} aria-label={label}>
      {words.passage(path, text)}
    </p>
  );
}

function Choices({ point, columns, decision, onChoose, field }: PointCardProps & { readonly field: string }) {
  const { t } = useTranslation('conflicts');
  const choices = [
    { choice: columns[0].which, keys: '1', label: t(`keep.${columns[0].name}`), isPossible: true },
    { choice: columns[1].which, keys: '2', label: t(`keep.${columns[1].name}`), isPossible: true },
    { choice: 'both', keys: '3', label: t('keep.both'), isPossible: point.canBeBoth },
    { choice: 'anew', keys: '4', label: t('keep.anew'), isPossible: point.canBeAnew },
  ] as const;
  return (
    <Group gap="xs" role="group" aria-label={t('keep.group', { field })} className={classes.choices}>
      {choices
        .filter(({ isPossible }) => isPossible)
        .map(({ choice, keys, label }) => (
          <Button
            key={choice}
            size="compact-sm"
            variant={decision?.choice === choice ? 'filled' : 'default'}
            aria-pressed={decision?.choice === choice}
            aria-label={label}
            leftSection={<KeyHint keys={keys} />}
            onClick={() => onChoose(choice)}
          >
            {label}
          </Button>
        ))}
    </Group>
  );
}
