import { HeadingLevel, Paragraph } from 'docx';
import type { Block } from '../../document/blocks';
import type { Cover, Letterhead } from '../../document/document';
import { asTyped, joined, looking, plain } from '../../document/writing';
import type { BlockWriter } from './blocks';
import type { Part, Place } from './parts';
import { pictureRun } from './pictures';
import type { PlacedPicture } from './pictures';
import { styleNames } from './styles';
import { wordRuns } from './words';

/** The first page: what it is about, when, where and who. */
export function coverParts(
  writer: BlockWriter,
  cover: Cover,
  pictures: ReadonlyMap<string, PlacedPicture>,
  place: Place,
): Part[] {
  const [title = [], ...others] = cover.titles;
  const picture = cover.pictureId === null ? undefined : pictures.get(cover.pictureId);
  const facts: Block = {
    kind: 'facts',
    facts: cover.facts.map(({ label, value, aside }) => ({
      label,
      value: [value, ...aside.map((line) => looking('quiet', line))].map((words): Block => ({
        kind: 'paragraph',
        words,
      })),
    })),
  };
  const route = joined(cover.route, ' → ');
  return [
    ...(picture === undefined ? [] : [picturePart(picture, plain(title), { ...place, most: place.width / 2 })]),
    new Paragraph({
      style: styleNames.kicker,
      spacing: { before: picture === undefined ? 2400 : 480, after: 120 },
      children: wordRuns(joined([cover.kicker, asTyped(cover.reference)], ' · ')),
    }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: wordRuns(title) }),
    ...others.map((words) => writer.paragraph(words, { ...place, style: styleNames.subtitle })),
    ...(route.length === 0 ? [] : [writer.paragraph(route, place, { spacing: { before: 240, after: 480 } })]),
    ...writer.blocks([facts], place),
  ];
}

/** The head of the first page of a document without a cover. */
export function letterheadParts(
  writer: BlockWriter,
  { pictureId, title, lines }: Letterhead,
  pictures: ReadonlyMap<string, PlacedPicture>,
  place: Place,
): Part[] {
  const picture = pictureId === null ? undefined : pictures.get(pictureId);
  return [
    ...(picture === undefined ? [] : [picturePart(picture, plain(title), { ...place, most: place.width / 4 })]),
    ...(title.length === 0 ? [] : [new Paragraph({ heading: HeadingLevel.TITLE, children: wordRuns(title) })]),
    ...lines.map((words) => writer.paragraph(words, { ...place, style: styleNames.lead })),
  ];
}

function picturePart(picture: PlacedPicture, description: string, place: Place & { readonly most: number }): Paragraph {
  const run = pictureRun(picture, description, { width: place.width, height: place.most });
  return new Paragraph({ spacing: { after: 200 }, children: [run] });
}
