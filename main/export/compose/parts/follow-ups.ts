import type { Block, Row } from '../../document/blocks';
import { cell, paragraph, prose, quiet, strong } from '../../document/building';
import { shortDay } from '../../document/days';
import type { Voice } from '../../document/voice';
import { asTyped, isBlank, looking } from '../../document/writing';
import type { FollowUpInReport } from '../models/report';

/** Follow-ups with their numbers, owners and days. */
export function followUpBlocks(voice: Voice, all: readonly FollowUpInReport[]): Block[] {
  if (all.length === 0) return [paragraph(voice.nothing('followUps.none'), 'none')];
  return [
    {
      kind: 'table',
      name: 'follow-ups',
      columns: [{ width: 6 }, { width: 46 }, { width: 20 }, { width: 15 }, { width: 13 }],
      head: [
        cell(voice.label('followUps.number')),
        cell(voice.label('followUps.action')),
        cell(voice.label('followUps.owner')),
        cell(voice.label('followUps.due')),
        cell(voice.label('followUps.status')),
      ],
      rows: all.map((one) => row(voice, one)),
    },
  ];
}

function row(voice: Voice, one: FollowUpInReport): Row {
  const action: Block[] = [
    paragraph(strong(asTyped(one.title))),
    ...prose(one.detail),
    ...(one.organisation === null ? [] : [paragraph(quiet(voice.shortName(one.organisation)))]),
    ...(isBlank(one.referredTo)
      ? []
      : [paragraph(quiet(voice.sentence('followUps.referred', { bureau: one.referredTo })))]),
  ];
  const due = one.due;
  return {
    cells: [
      cell(looking('alert', asTyped(String(one.number)))),
      { blocks: action },
      cell(one.owner === null ? quiet(voice.label('followUps.noOwner')) : voice.shortPerson(one.owner)),
      cell(due === null ? quiet(voice.label('followUps.noDue')) : voice.inBoth((_say, form) => shortDay(due, form))),
      cell(
        voice.label(`followUps.statuses.${one.status}`),
        one.isOverdue ? looking('alert', voice.label('followUps.overdue')) : [],
      ),
    ],
  };
}
