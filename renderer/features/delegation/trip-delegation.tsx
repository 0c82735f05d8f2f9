import { useEffect, useRef, useState } from 'react';
import { Button, Center, Loader, VisuallyHidden } from '@mantine/core';
import { IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DelegationMember } from '@shared/domain/delegation-member/schema';
import { useRequestInAddress } from '../../lib/address';
import { useDirectory } from '../../lib/directory';
import { useShortcuts } from '../../lib/shortcuts';
import { EmptyState } from '../../ui/empty-state';
import { KeyHint } from '../../ui/key-hint';
import { Section } from '../../ui/section';
import { MemberForm } from './member-form';
import { MemberRow } from './member-row';
import classes from './delegation.module.css';
import { useDelegation } from './use-delegation';
import { useRowDrag } from './use-row-drag';

type Editing = { readonly kind: 'new' } | { readonly kind: 'member'; readonly member: DelegationMember };

/** Who goes on the trip, in order of precedence. */
export function TripDelegation({ tripId }: { readonly tripId: string }) {
  const { t } = useTranslation('delegation');
  const { personName } = useDirectory();
  const { members, isLoading, moveTo, setRole, remove, nextPrecedence } = useDelegation(tripId);
  const [editing, setEditing] = useState<Editing | undefined>(undefined);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLTableSectionElement>(null);
  const refocus = useRef<string | undefined>(undefined);
  const add = (): void => setEditing({ kind: 'new' });
  useShortcuts([{ keys: 'n', label: t('add'), run: add }]);
  useRequestInAddress('new', add);

  const move = (member: DelegationMember, index: number): void => {
    refocus.current = member.id;
    setSaid(
      t('movedTo', { name: personName(member.personId), place: Math.max(0, Math.min(members.length - 1, index)) + 1 }),
    );
    void moveTo(member.id, index);
  };
  const { drag, onHandleDown } = useRowDrag(list, (id, before) => {
    const from = members.findIndex((member) => member.id === id);
    const member = members[from];
    if (member) move(member, before > from ? before - 1 : before);
  });
  // The row that was moved keeps the focus in its new place.
  useEffect(() => {
    if (refocus.current === undefined || editing) return;
    focusRow(list.current, refocus.current);
    refocus.current = undefined;
  }, [members, editing]);

  if (isLoading) {
    return (
      <Center py="xl">
        <Loader />
      </Center>
    );
  }
  const addButton = (
    <Button
      leftSection={<IconUserPlus size={16} />}
      rightSection={<KeyHint keys="n" />}
      className={classes.add}
      onClick={add}
    >
      {t('add')}
    </Button>
  );
  const focusNear = (at: number): void => {
    const near = members[at + 1] ?? members[at - 1];
    if (near) focusRow(list.current, near.id);
  };
  return (
    <>
      {members.length === 0 ? (
        <EmptyState icon={IconUsersGroup} title={t('empty.title')} message={t('empty.message')} action={addButton} />
      ) : (
        <Section title={t('title')} count={members.length} actions={addButton} frame="flush">
          <table className={classes.table} aria-label={t('title')}>
            <thead>
              <tr>
                <th scope="col" className={classes.placeColumn}>
                  {t('column.place')}
                </th>
                <th scope="col">{t('column.person')}</th>
                <th scope="col" className={classes.roleColumn}>
                  {t('column.role')}
                </th>
                <th scope="col">{t('column.travelContact')}</th>
                <th scope="col">{t('column.needs')}</th>
                <th scope="col" className={classes.actionsColumn}>
                  <VisuallyHidden>{t('column.actions')}</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody ref={list}>
              {members.map((member, at) => (
                <MemberRow
                  key={member.id}
                  member={member}
                  at={at}
                  isDragged={drag?.id === member.id}
                  dropMark={
                    drag?.before === at
                      ? 'before'
                      : drag?.before === members.length && at === members.length - 1
                        ? 'after'
                        : undefined
                  }
                  onHandleDown={(event) => onHandleDown(event, member.id)}
                  onMove={(by) => move(member, at + by)}
                  onWalk={(by) => {
                    const next = members[at + by];
                    if (next) focusRow(list.current, next.id);
                  }}
                  onRole={(role) => void setRole(member, role)}
                  onEdit={() => setEditing({ kind: 'member', member })}
                  onRemove={() => {
                    focusNear(at);
                    void remove(member);
                  }}
                />
              ))}
            </tbody>
          </table>
        </Section>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {editing && (
        <MemberForm
          tripId={tripId}
          member={editing.kind === 'member' ? editing.member : undefined}
          members={members}
          nextPrecedence={nextPrecedence}
          onClose={() => setEditing(undefined)}
          onRemove={(member) => void remove(member)}
        />
      )}
    </>
  );
}

function focusRow(list: HTMLElement | null, id: string): void {
  list?.querySelector<HTMLElement>(`[data-member="${id}"]`)?.focus();
}
