import type { KeyboardEvent, PointerEvent } from 'react';
import { ActionIcon, Anchor, Select, Text, Tooltip } from '@mantine/core';
import { IconGripVertical, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { delegationRoles } from '@shared/domain/delegation-member/schema';
import type { DelegationMember } from '@shared/domain/delegation-member/schema';
import { allNames } from '@shared/domain/person/rules';
import { useDirectory } from '../../lib/directory';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import classes from './delegation.module.css';

interface MemberRowProps {
  readonly member: DelegationMember;
  /** Its place in the order, the first is 0. */
  readonly at: number;
  readonly isDragged: boolean;
  /** Where a row that is dragged would be put down, when that is at this one. */
  readonly dropMark: 'before' | 'after' | undefined;
  readonly onHandleDown: (event: PointerEvent) => void;
  /** Takes the member up or down in the order. */
  readonly onMove: (by: 1 | -1) => void;
  /** Takes the focus to the next row. */
  readonly onWalk: (by: 1 | -1) => void;
  readonly onRole: (role: DelegationMember['role']) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** One member of the delegation. Alt and an arrow key change the order, Enter edits, Delete takes the member out. */
export function MemberRow(props: MemberRowProps) {
  const { member, at, isDragged, dropMark, onHandleDown, onMove, onWalk, onRole, onEdit, onRemove } = props;
  const { t } = useTranslation(['delegation', 'terms', 'actions']);
  const { form, text } = useFormat();
  const { person, personName } = useDirectory();
  const known = person(member.personId);
  const name = personName(member.personId);
  const otherNames = known ? allNames(known, form).slice(1, 3).join(' · ') : '';
  const needs = [member.dietaryNeeds, member.accessNeeds].map((each) => each.trim()).filter((each) => each !== '');

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (step !== undefined) {
      event.preventDefault();
      if (event.altKey) onMove(step);
      else onWalk(step);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onEdit();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onRemove();
    }
  };

  return (
    <tr
      className={classes.row}
      data-member={member.id}
      data-dragged={isDragged || undefined}
      data-drop={dropMark}
      tabIndex={0}
      aria-label={t('delegation:rowLabel', { place: at + 1, name, role: t(`terms:delegationRole.${member.role}`) })}
      onKeyDown={onKeyDown}
      onDoubleClick={onEdit}
    >
      <td>
        <span className={classes.place}>
          <span
            className={classes.handle}
            title={t('delegation:dragHint')}
            aria-hidden="true"
            onPointerDown={onHandleDown}
          >
            <IconGripVertical size={16} stroke={1.6} />
          </span>
          {at + 1}
        </span>
      </td>
      <td>
        <Anchor component={Link} to={paths.person(member.personId)} c="inherit" fw={600} className={classes.name}>
          {name}
        </Anchor>
        {otherNames !== '' && (
          <Text size="xs" c="dimmed" truncate title={otherNames}>
            {otherNames}
          </Text>
        )}
        {known && text(known.post) !== '' && (
          <Text size="xs" c="dimmed" truncate title={text(known.post)}>
            {text(known.post)}
          </Text>
        )}
      </td>
      <td>
        <Select
          aria-label={t('delegation:roleOf', { name })}
          size="xs"
          variant="unstyled"
          className={classes.role}
          value={member.role}
          data={delegationRoles.map((role) => ({ value: role, label: t(`terms:delegationRole.${role}`) }))}
          onChange={(next) => {
            const role = delegationRoles.find((each) => each === next);
            if (role !== undefined && role !== member.role) onRole(role);
          }}
        />
      </td>
      <td className={classes.wrapping}>{member.travelContact}</td>
      <td className={classes.wrapping}>
        {needs.map((each) => (
          <Text key={each} size="sm" lineClamp={2}>
            {each}
          </Text>
        ))}
      </td>
      <td>
        <span className={classes.buttons}>
          <Tooltip label={t('actions:edit')}>
            <ActionIcon size={28} aria-label={t('delegation:editOf', { name })} onClick={onEdit}>
              <IconPencil size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('actions:delete')}>
            <ActionIcon size={28} aria-label={t('delegation:removeOf', { name })} onClick={onRemove}>
              <IconTrash size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </span>
      </td>
    </tr>
  );
}
