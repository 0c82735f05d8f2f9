import { plainDay, money, wholeNumber } from '../../document/days';
import type { Block, Facts, Words } from '../../document/blocks';
import { heading, paragraph, prose, strong } from '../../document/building';
import type { Voice } from '../../document/voice';
import { asTyped, isBlank, joined } from '../../document/writing';
import type { OrganisationBrief, ProjectInBrief } from '../models/briefing';

/** What the organisation intends in Hong Kong: its own words, then each project with its stage and what it asks for. */
export function intentions(voice: Voice, { intention, projects }: OrganisationBrief): Block[] {
  const title = heading(2, voice.label('briefing.intentions'));
  const said = prose(intention);
  if (said.length === 0 && projects.length === 0) {
    return [title, paragraph(voice.nothing('briefing.intentionsNone'), 'none')];
  }
  return [
    title,
    ...(said.length === 0 ? [] : [{ kind: 'callout', blocks: said } as const]),
    ...projects.map((project): Block => ({ kind: 'together', blocks: projectBlocks(voice, project) })),
  ];
}

function projectBlocks(voice: Voice, project: ProjectInBrief): Block[] {
  const facts = rows(voice, project).filter(({ value }) => value.length > 0);
  const kind = voice.label(`briefing.projectKinds.${project.kind}`);
  return [paragraph(joined([strong(asTyped(project.title)), kind], voice.word('comma'))), { kind: 'facts', facts }];
}

function rows(voice: Voice, project: ProjectInBrief): Facts['facts'][number][] {
  const row = (key: FieldLabel, ...lines: readonly Words[]): Facts['facts'][number] => ({
    label: voice.label(`briefing.fields.${key}`),
    value: lines.filter((line) => line.length > 0).map((line) => paragraph(line)),
  });
  const { likelihood, expectedOn, investmentInHkd, jobs } = project;
  const functions = voice.inBoth((say) =>
    project.functions.map((name) => say(`briefing.functions.${name}`)).join(say('listComma')),
  );
  return [
    row('stage', voice.label(`pipeline.stages.${project.stage}`)),
    {
      label: voice.label('briefing.fields.standing'),
      value: [paragraph(voice.label(`pipeline.standings.${project.standing}`)), ...prose(project.standingReason)],
    },
    row('functions', functions),
    { label: voice.label('briefing.fields.askedFor'), value: prose(project.asks) },
    row(
      'investment',
      investmentInHkd === null ? [] : voice.inBoth((_say, form) => wholeDollars(investmentInHkd, form)),
    ),
    row('jobs', jobs === null ? [] : voice.inBoth((_say, form) => wholeNumber(jobs, form))),
    row('likelihood', likelihood === 'unknown' ? [] : voice.label(`pipeline.likelihoods.${likelihood}`)),
    row('expected', expectedOn === null ? [] : voice.inBoth((_say, form) => plainDay(expectedOn, form))),
    row('competing', typed(project.competingLocations.join(voice.word('listComma')))),
  ];
}

type FieldLabel = 'stage' | 'functions' | 'investment' | 'jobs' | 'likelihood' | 'expected' | 'competing';

/** An investment is told in whole dollars. */
function wholeDollars(dollars: number, form: Voice['form']): string {
  return money({ currency: 'HKD', minor: dollars * 100 }, form).replace('.00', '');
}

function typed(text: string): Words {
  return isBlank(text) ? [] : asTyped(text.trim());
}
