import type { Block, Facts, Words } from '../../document/blocks';
import { heading, paragraph, prose } from '../../document/building';
import type { Voice } from '../../document/voice';
import { asTyped, isBlank, joined } from '../../document/writing';
import type { OrganisationBrief, ProfileInBrief } from '../models/briefing';

/** What the organisation is: what is not known is not listed. */
export function profile(voice: Voice, { profile: facts }: OrganisationBrief): Block[] {
  return [
    heading(2, voice.label('briefing.profile')),
    ...prose(facts.words),
    { kind: 'facts', facts: rows(voice, facts).filter(({ value }) => value.length > 0) },
  ];
}

function rows(voice: Voice, facts: ProfileInBrief): Facts['facts'][number][] {
  const { tier, hongKongPresence } = facts;
  const row = (key: FieldLabel, ...lines: readonly Words[]): Facts['facts'][number] => ({
    label: voice.label(`briefing.fields.${key}`),
    value: lines.filter((line) => line.length > 0).map((line) => paragraph(line)),
  });
  const presence: Block[] = [paragraph(voice.label(`briefing.presences.${hongKongPresence}`))];
  return [
    row('alsoCalled', typed(facts.shortNames.join(voice.word('listComma')))),
    row('kind', voice.label(`briefing.kinds.${facts.kind}`)),
    row('sectors', ...facts.sectors.map((sector) => voice.label(`briefing.sectors.${sector}`))),
    row(
      'seat',
      joined(
        facts.seat.map((place) => voice.shortName(place)),
        voice.word('comma'),
      ),
    ),
    row('address', voice.shortName(facts.address)),
    row('parent', facts.parent === null ? [] : voice.name(facts.parent)),
    row('size', typed(facts.size)),
    row('revenue', typed(facts.revenue)),
    row('listing', typed(facts.listing)),
    row('website', typed(facts.website)),
    row('tier', tier === 'unrated' ? [] : voice.label(`briefing.tiers.${tier}`)),
    {
      label: voice.label('briefing.fields.presence'),
      value: [...presence, ...prose(facts.hongKongPresenceDetail)],
    },
    row('manager', facts.accountManager === null ? [] : voice.shortPerson(facts.accountManager)),
  ];
}

type FieldLabel =
  | 'alsoCalled'
  | 'kind'
  | 'sectors'
  | 'seat'
  | 'address'
  | 'parent'
  | 'size'
  | 'revenue'
  | 'listing'
  | 'website'
  | 'tier'
  | 'manager';

function typed(text: string): Words {
  return isBlank(text) ? [] : asTyped(text.trim());
}
