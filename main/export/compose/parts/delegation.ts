import type { Block, Words } from '../../document/blocks';
import { cell, paragraph, strong } from '../../document/building';
import type { PostInDocument } from '../../document/people';
import type { Voice } from '../../document/voice';
import { asTyped, joined, looking } from '../../document/writing';
import type { DelegateInReport } from '../models/report';

/** The delegation in order of precedence. */
export function delegationBlocks(voice: Voice, members: readonly DelegateInReport[]): Block[] {
  if (members.length === 0) return [paragraph(voice.nothing('delegation.none'), 'none')];
  return [
    {
      kind: 'table',
      name: 'delegation',
      columns: [{ width: 6 }, { width: 38 }, { width: 41 }, { width: 15 }],
      head: [
        cell(voice.label('delegation.number')),
        cell(voice.label('delegation.name')),
        cell(voice.label('delegation.post')),
        cell(voice.label('delegation.role')),
      ],
      rows: members.map(({ person, role }, index) => ({
        cells: [
          cell(looking('alert', asTyped(String(index + 1)))),
          cell(strong(voice.person(person))),
          cell(...person.posts.map((post) => voice.name(post.title))),
          cell(voice.label(`delegation.roles.${role}`)),
        ],
      })),
    },
  ];
}

/** A post, and where it is held where that does not go without saying. */
export function postInWords(voice: Voice, { title, organisation }: PostInDocument): Words {
  return joined(
    [voice.shortName(title), organisation === null ? [] : voice.shortName(organisation)],
    voice.word('comma'),
  );
}
