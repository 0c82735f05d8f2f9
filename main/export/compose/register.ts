import type { DocumentChoices } from '@shared/documents/choices';
import { cell, paragraph, prose, quiet, section, strong } from '../document/building';
import type { Block, Row, Words } from '../document/blocks';
import { shortDay } from '../document/days';
import type { PaperDocument, Section } from '../document/document';
import type { Voice } from '../document/voice';
import { asTyped, isBlank, joined, looking } from '../document/writing';
import { frame, letterhead } from './frame';
import type { FollowUpInRegister, FollowUpRegister } from './models/register';
import { ordered } from './ordered';

/** What is still to be done, by the day it is due, and what was closed. */
export function composeRegister(voice: Voice, register: FollowUpRegister, choices: DocumentChoices): PaperDocument {
  const part = (name: 'open' | 'closed'): Section => {
    const entries = register[name];
    const title = voice.label(`register.${name}`, { count: entries.length });
    const body: Block = entries.length === 0 ? none(voice, name) : table(entries, voice, name);
    return section(name, title, [body]);
  };
  return {
    ...frame(voice, register.about, 'register', choices.paper),
    cover: null,
    letterhead: letterhead(voice, register.about, 'register'),
    contents: null,
    sections: ordered(choices.sections, { open: () => part('open'), closed: () => part('closed') }),
  };
}

function none(voice: Voice, name: 'open' | 'closed'): Block {
  return paragraph(voice.nothing(name === 'open' ? 'register.noneOpen' : 'register.noneClosed'), 'none');
}

function table(entries: readonly FollowUpInRegister[], voice: Voice, name: 'open' | 'closed'): Block {
  return {
    kind: 'table',
    name: `register-${name}`,
    columns: [{ width: 1 }, { width: 8 }, { width: 3 }, { width: 3 }, { width: 3 }],
    head: [
      cell(voice.label('followUps.number')),
      cell(voice.label('followUps.action')),
      cell(voice.label('followUps.owner')),
      cell(voice.label(name === 'open' ? 'followUps.due' : 'register.closedOn')),
      cell(voice.label('followUps.status')),
    ],
    rows: entries.map((one): Row => ({
      cells: [
        cell(asTyped(String(one.number))),
        { blocks: action(one, voice) },
        cell(one.owner === null ? quiet(voice.label('followUps.noOwner')) : voice.shortPerson(one.owner)),
        cell(name === 'open' ? due(one, voice) : closedOn(one, voice)),
        cell(
          voice.label(`followUps.statuses.${one.status}`),
          one.isOverdue ? looking('alert', voice.label('followUps.overdue')) : [],
        ),
      ],
    })),
  };
}

/** What is to be done, with whom, where it came from and to whom it was handed. */
function action(one: FollowUpInRegister, voice: Voice): Block[] {
  const title = strong(asTyped(one.title));
  const words = one.isUrgent ? joined([title, looking('alert', voice.label('register.urgent'))], ' ') : title;
  return [
    paragraph(words),
    ...prose(one.detail),
    ...aside(one.organisation === null ? [] : voice.shortName(one.organisation)),
    ...aside(from(one, voice)),
    ...aside(isBlank(one.referredTo) ? [] : voice.sentence('followUps.referred', { bureau: one.referredTo })),
  ];
}

function aside(words: Words): Block[] {
  return words.length === 0 ? [] : [paragraph(quiet(words))];
}

function from({ from: origin }: FollowUpInRegister, voice: Voice): Words {
  if (origin === null) return [];
  const day = shortDay(origin.day, voice.form);
  const title = voice.plainName(origin.title);
  return title === ''
    ? voice.sentence('register.fromDay', { day })
    : voice.sentence('register.from', { meeting: title, day });
}

function due({ due: day, isOverdue }: FollowUpInRegister, voice: Voice): Words {
  if (day === null) return quiet(voice.label('followUps.noDue'));
  const words = voice.inBoth((_say, form) => shortDay(day, form));
  return isOverdue ? looking('alert', words) : words;
}

function closedOn({ doneOn }: FollowUpInRegister, voice: Voice): Words {
  return doneOn === null ? [] : voice.inBoth((_say, form) => shortDay(doneOn, form));
}
