import { useMemo, useState } from 'react';
import { Alert, Anchor, Button, Group, Text, Title, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConflictChoice, ConflictLook } from '@shared/ipc/sync-channels';
import { useFormat } from '../../lib/format';
import { useShortcuts } from '../../lib/shortcuts';
import { KeyHint } from '../../ui/key-hint';
import { StatusBadge } from '../../ui/status-badge';
import classes from './conflicts.module.css';
import { inOrderOfFields } from './field-schema';
import { PointCard } from './point-card';
import { bothTexts, choicesOf, pointsOf, seenAt } from './points';
import type { Decision, Point } from './points';
import { columnsOf } from './sides';
import type { Column } from './sides';
import { useDecisions } from './use-decisions';
import { useFieldWords } from './use-field-words';
import { useRecordPath } from './use-record-path';
import { useSettling } from './use-settling';

interface SettlementProps {
  readonly look: ConflictLook;
  readonly onSettled: (settlement: string) => void;
}

/** The differences of one record side by side, each with its choice, and the end of it. */
export function Settlement({ look, onSettled }: SettlementProps) {
  const { t } = useTranslation('conflicts');
  const words = useFieldWords(look.type, look.names);
  const points = useMemo(
    () =>
      pointsOf(inOrderOfFields(look.type, look.differences)).map((point) => ({
        ...point,
        canBeAnew: point.canBeAnew && words.isWritten(point.path),
      })),
    [look.type, look.differences, words],
  );
  const columns = useMemo(() => columnsOf(look), [look]);
  const desk = useDecisions(look);
  const { settle, isRunning, trouble } = useSettling(look);
  const [at, setAt] = useState(0);
  const [isWriting, setWriting] = useState(false);
  const current = points[Math.min(at, points.length - 1)];

  const byKey = new Map(points.map((point) => [point.key, point]));
  const decisionAt = (key: string): Decision | undefined => {
    const point = byKey.get(key);
    return point && desk.at(point);
  };
  const choices = choicesOf(look.differences, decisionAt);
  const done = points.filter((point) => desk.at(point) !== undefined).length;

  const goTo = (next: number): void => {
    setWriting(false);
    setAt(Math.max(0, Math.min(points.length - 1, next)));
  };
  const made = (point: Point, choice: ConflictChoice): Decision => {
    const written = desk.keptAt(point.key)?.anew ?? null;
    return { choice, anew: written ?? (choice === 'anew' ? bothTexts(point) : null), seen: seenAt(point) };
  };
  const choose = (point: Point, choice: ConflictChoice): void => {
    desk.decide({ [point.key]: made(point, choice) });
    setAt(points.indexOf(point));
    setWriting(choice === 'anew');
  };
  const chooseByKey = (choice: ConflictChoice): void => {
    if (!current || (choice === 'both' && !current.canBeBoth) || (choice === 'anew' && !current.canBeAnew)) return;
    choose(current, choice);
    if (choice !== 'anew') goTo(points.indexOf(current) + 1);
  };
  const chooseAll = (which: Column['which']): void =>
    desk.decide(Object.fromEntries(points.map((point) => [point.key, made(point, which)])));
  const finish = async (): Promise<void> => {
    if (choices === null) {
      goTo(points.findIndex((point) => desk.at(point) === undefined));
      return;
    }
    const settlement = await settle(choices);
    if (settlement === null) return;
    desk.forget();
    onSettled(settlement);
  };
  const next = (): void => goTo(at + 1);
  const previous = (): void => goTo(at - 1);

  useShortcuts([
    { keys: '1', label: t('keys.left'), run: () => chooseByKey(columns[0].which) },
    { keys: '2', label: t('keys.right'), run: () => chooseByKey(columns[1].which) },
    { keys: '3', label: t('keys.both'), run: () => chooseByKey('both') },
    { keys: '4', label: t('keys.anew'), run: () => chooseByKey('anew') },
    { keys: 'j', label: t('keys.next'), run: next },
    { keys: 'ArrowDown', label: t('keys.next'), run: next },
    { keys: 'k', label: t('keys.previous'), run: previous },
    { keys: 'ArrowUp', label: t('keys.previous'), run: previous },
    { keys: 'Enter', label: t('keys.settle'), run: () => void finish() },
    { keys: 'mod+Enter', label: t('keys.settleAnew'), run: () => void finish() },
  ]);

  return (
    <div className={classes.settlement}>
      <Head look={look} columns={columns} />
      <div className={classes.points}>
        {desk.leftOver(points).map(({ path, words: written }) => (
          <Alert key={`${path} ${written}`} color="yellow" variant="light" mb="sm">
            {t('anew.left', { field: words.label(path) })}
            <p className={classes.leftOver}>{written}</p>
          </Alert>
        ))}
        {points.map((point, nth) => {
          const kept = desk.keptAt(point.key);
          const decision = desk.at(point);
          return (
            <PointCard
              key={point.key}
              point={point}
              place={nth + 1}
              count={points.length}
              columns={columns}
              words={words}
              decision={decision}
              staleWords={decision === undefined && kept?.choice === 'anew' ? kept.anew : null}
              isCurrent={point === current}
              isWriting={point === current && isWriting}
              onChoose={(choice) => choose(point, choice)}
              onWrite={(anew) => desk.decide({ [point.key]: { choice: 'anew', anew, seen: seenAt(point) } })}
              onEnter={() => setAt(nth)}
            />
          );
        })}
      </div>
      <footer className={classes.foot}>
        {trouble !== null && (
          <Alert color="yellow" variant="light" title={trouble.title} role="alert">
            {trouble.message}
          </Alert>
        )}
        <Group justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" onClick={() => chooseAll(columns[0].which)}>
              {t(`all.${columns[0].name}`)}
            </Button>
            <Button variant="default" onClick={() => chooseAll(columns[1].which)}>
              {t(`all.${columns[1].name}`)}
            </Button>
          </Group>
          <Group gap="sm" wrap="nowrap">
            <Text size="sm" c="dimmed" role="status" className={classes.progress}>
              {t('progress', { done, count: points.length })}
            </Text>
            <Tooltip label={t('settleHint')}>
              <Button
                aria-label={t('settle')}
                loading={isRunning}
                disabled={choices === null}
                rightSection={<KeyHint keys="Enter" />}
                onClick={() => void finish()}
              >
                {t('settle')}
              </Button>
            </Tooltip>
          </Group>
        </Group>
      </footer>
    </div>
  );
}

interface HeadProps {
  readonly look: ConflictLook;
  readonly columns: readonly [left: Column, right: Column];
}

/** Which record it is, and over each column who wrote it and when. */
function Head({ look, columns }: HeadProps) {
  const { t } = useTranslation(['conflicts', 'terms']);
  const path = useRecordPath(look);
  return (
    <header className={classes.head}>
      <Group justify="space-between" wrap="nowrap" gap="md" align="baseline">
        <Title order={2} className={classes.headTitle}>
          {look.title === '' ? t('terms:missing.unnamed') : look.title}
        </Title>
        {path !== null && (
          <Anchor component={Link} to={path} size="sm" flex="none">
            {t('conflicts:openRecord')}
          </Anchor>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {[
          t(`terms:record.${look.type}`),
          t('conflicts:clocks'),
          look.more > 0 ? t('conflicts:more', { count: look.more }) : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </Text>
      <div className={classes.sides}>
        {columns.map((column) => (
          <SideHead key={column.which} column={column} />
        ))}
      </div>
    </header>
  );
}

function SideHead({ column: { side, name } }: { readonly column: Column }) {
  const { t } = useTranslation('conflicts');
  const { moment } = useFormat();
  return (
    <section className={classes.sideHead} aria-label={t(`side.${name}`)}>
      <StatusBadge label={t(`side.${name}`)} tone={name === 'mine' ? 'active' : 'neutral'} />
      <b className={classes.writer}>{side.by === '' ? t('list.unknownWriter') : side.by}</b>
      <time dateTime={side.at} className={classes.dim}>
        {t('side.at', { time: moment(side.at) })}
      </time>
    </section>
  );
}
