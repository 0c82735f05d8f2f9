import type { DocumentChoices } from '@shared/documents/choices';
import { cell, heading, paragraph, quiet, section, strong } from '../document/building';
import type { Block, Cell, Row, Words } from '../document/blocks';
import type { PaperDocument, Section } from '../document/document';
import type { Voice } from '../document/voice';
import { asTyped, isBlank, joined } from '../document/writing';
import { frame, letterhead } from './frame';
import type { ContactInDocument, ContactSheet } from './models/contacts';
import { ordered } from './ordered';

/** How everybody is reached: the delegation first, then the organisations in the order in which they are visited. */
export function composeContacts(voice: Voice, sheet: ContactSheet, choices: DocumentChoices): PaperDocument {
  return {
    ...frame(voice, sheet.about, 'contacts', choices.paper),
    cover: null,
    letterhead: letterhead(voice, sheet.about, 'contacts'),
    contents: null,
    sections: ordered(choices.sections, {
      ours: () => ours(sheet, voice),
      theirs: () => theirs(sheet, voice),
    }),
  };
}

function ours({ ours: people }: ContactSheet, voice: Voice): Section {
  const blocks: Block[] =
    people.length === 0
      ? [paragraph(voice.nothing('delegation.none'), 'none')]
      : [contactTable(people, voice, 'contacts-ours')];
  return section('ours', voice.label('delegation.title'), blocks);
}

function theirs({ theirs: groups }: ContactSheet, voice: Voice): Section {
  const blocks: Block[] = groups.flatMap(({ organisation, people }, at) => [
    heading(
      2,
      organisation === null ? voice.label('contacts.others') : voice.name(organisation),
      `organisation-${String(at + 1)}`,
    ),
    contactTable(people, voice, 'contacts-theirs'),
  ]);
  const none = paragraph(voice.nothing('contacts.none'), 'none');
  return section('theirs', voice.label('contacts.theirs'), blocks.length > 0 ? blocks : [none]);
}

/** Names in every form, posts, and how to reach them; a row does not split. */
export function contactTable(people: readonly ContactInDocument[], voice: Voice, name: string): Block {
  return {
    kind: 'table',
    name,
    columns: [{ width: 4 }, { width: 4 }, { width: 5 }],
    head: [
      cell(voice.label('delegation.name')),
      cell(voice.label('delegation.post')),
      cell(voice.label('contacts.reach')),
    ],
    rows: people.map((one): Row => ({ cells: [nameOf(one, voice), postsOf(one, voice), reach(one, voice)] })),
  };
}

function nameOf({ person, role }: ContactInDocument, voice: Voice): Cell {
  const isWritten = person.romanisation.trim() !== '' && person.romanisation.trim() !== person.name.en.trim();
  return cell(
    strong(voice.person(person)),
    isWritten ? quiet(asTyped(person.romanisation.trim())) : [],
    role === null || role === 'member' ? [] : quiet(voice.label(`delegation.roles.${role}`)),
  );
}

function postsOf({ person }: ContactInDocument, voice: Voice): Cell {
  return cell(
    ...person.posts.map(({ title, organisation }) =>
      joined([voice.name(title), organisation === null ? [] : voice.shortName(organisation)], voice.word('comma')),
    ),
  );
}

function reach(one: ContactInDocument, voice: Voice): Cell {
  const labelled = (label: Words, value: string): Words =>
    isBlank(value) ? [] : joined([quiet(label), asTyped(value.trim())], voice.word('colon'));
  return cell(
    ...one.phones.map((phone) => labelled(voice.label('contacts.phone'), phone)),
    ...one.emails.map((email) => labelled(voice.label('contacts.email'), email)),
    labelled(voice.label('contacts.wechat'), one.wechatId),
    labelled(voice.label('contacts.onTheWay'), one.onTheWay),
    labelled(voice.label('contacts.assistant'), one.assistant),
  );
}
