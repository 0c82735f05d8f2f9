import type { Block, Row } from '../../document/blocks';
import { cell, quiet, strong } from '../../document/building';
import { shortDay } from '../../document/days';
import type { Voice } from '../../document/voice';
import { asTyped, joined } from '../../document/writing';
import type { MoveInReport } from '../models/report';

/** Which investment projects moved, from where to where. */
export function pipelineBlocks(voice: Voice, moves: readonly MoveInReport[]): Block[] {
  return [
    {
      kind: 'table',
      name: 'pipeline',
      columns: [{ width: 38 }, { width: 28 }, { width: 15 }, { width: 19 }],
      head: [
        cell(voice.label('pipeline.organisation')),
        cell(voice.label('pipeline.move')),
        cell(voice.label('pipeline.on')),
        cell(voice.label('pipeline.standing')),
      ],
      rows: moves.map((move) => row(voice, move)),
    },
  ];
}

function row(voice: Voice, move: MoveInReport): Row {
  const from = move.from === null ? voice.label('pipeline.new') : voice.label(`pipeline.stages.${move.from}`);
  const likelihood = voice.inBoth((say) =>
    say('pipeline.likelihood', { likelihood: say(`pipeline.likelihoods.${move.likelihood}`) }),
  );
  return {
    cells: [
      cell(strong(voice.shortName(move.organisation)), quiet(asTyped(move.project))),
      cell(joined([quiet(from), strong(voice.label(`pipeline.stages.${move.to}`))], ' → ')),
      cell(voice.inBoth((_say, form) => shortDay(move.on, form))),
      cell(voice.label(`pipeline.standings.${move.standing}`), move.likelihood === 'unknown' ? [] : quiet(likelihood)),
    ],
  };
}
