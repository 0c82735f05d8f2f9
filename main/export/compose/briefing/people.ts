import type { Block, Row, Words } from '../../document/blocks';
import { cell, heading, paragraph, prose, quiet, strong } from '../../document/building';
import type { Voice } from '../../document/voice';
import { isBlank, joined } from '../../document/writing';
import type { OrganisationBrief, PersonToMeet } from '../models/briefing';

/** The first of them, so that an organisation stays on a page or two; in two languages each takes the room of two. */
const most = { one: 10, two: 8 } as const;

/** Whom we meet in order of precedence, and how the names are said. */
export function people(voice: Voice, { people: all }: OrganisationBrief): Block[] {
  const title = heading(2, voice.label('briefing.people'));
  if (all.length === 0) return [title, paragraph(voice.nothing('briefing.peopleNone'), 'none')];
  const shown = all.slice(0, voice.beside === null ? most.one : most.two);
  const areRemarked = shown.some(({ remarks }) => !isBlank(remarks));
  return [
    title,
    {
      kind: 'table',
      name: 'briefing-people',
      columns: areRemarked ? [{ width: 4 }, { width: 4 }, { width: 5 }] : [{ width: 5 }, { width: 8 }],
      head: null,
      rows: shown.map((one) => row(voice, one, areRemarked)),
    },
    ...(all.length > 1 ? [paragraph(remark(voice, all.length - shown.length), 'remark')] : []),
  ];
}

function remark(voice: Voice, others: number): Words {
  const order = voice.label('briefing.peopleOrder');
  return others > 0 ? joined([voice.label('briefing.morePeople', { count: others }), order], ' ') : order;
}

function row(voice: Voice, one: PersonToMeet, isRemarked: boolean): Row {
  const { person, language, remarks } = one;
  const posts = person.posts.map(({ title, organisation }) =>
    joined([voice.shortName(title), organisation === null ? [] : voice.shortName(organisation)], voice.word('comma')),
  );
  const speaks =
    language === 'unknown'
      ? []
      : quiet(voice.inBoth((say) => say('briefing.speaks', { language: say(`briefing.languages.${language}`) })));
  return {
    cells: [
      cell(strong(voice.person(person)), pronunciation(voice, one), speaks),
      cell(...posts),
      ...(isRemarked ? [{ blocks: prose(remarks) }] : []),
    ],
  };
}

/** How the name is said, as somebody wrote it down; not when the name itself says so. */
function pronunciation(voice: Voice, { person }: PersonToMeet): Words {
  const spoken = person.romanisation.trim();
  const written = person.name.en.trim();
  const isSaid = written === '' || sameWords(spoken, written);
  return spoken === '' || isSaid ? [] : quiet(voice.sentence('briefing.pronounced', { name: spoken }));
}

/** "Shen Yue" and "Yue Shen" are said alike. */
function sameWords(one: string, other: string): boolean {
  const words = (text: string): string => text.toLowerCase().split(/\s+/).sort().join(' ');
  return words(one) === words(other);
}
