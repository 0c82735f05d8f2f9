import { AlignmentType, LevelFormat } from 'docx';
import type { ILevelsOptions, INumberingOptions } from 'docx';
import { colours } from './look';

/** Word knows nine depths of a list. */
export const deepest = 8;
const depths = Array.from({ length: deepest + 1 }, (_, depth) => depth);

/** How far a list of this depth stands in, in twentieths of a point. */
export function indentOf(depth: number): number {
  return 360 * (Math.min(depth, deepest) + 1);
}

/** The lists of one document: Word's own numbering, so that an item that is put in later gets its number. */
export class Numbering {
  readonly #starts = new Set<number>();
  #lists = 0;

  /** A numbered list of its own, which begins with this number. */
  ordered(first: number): { readonly reference: string; readonly instance: number } {
    this.#starts.add(first);
    this.#lists += 1;
    return { reference: numbersFrom(first), instance: this.#lists };
  }

  options(): INumberingOptions {
    return {
      config: [
        { reference: sectionNumbers, levels: [sectionLevel] },
        {
          reference: bullets,
          levels: depths.map((depth) => level(depth, LevelFormat.BULLET, depth % 2 === 0 ? '•' : '–', 1)),
        },
        ...[...this.#starts].map((first) => ({
          reference: numbersFrom(first),
          levels: depths.map((depth) => level(depth, LevelFormat.DECIMAL, `%${depth + 1}.`, first)),
        })),
      ],
    };
  }
}

export const bullets = 'bullets';
export const sectionNumbers = 'sections';

function numbersFrom(first: number): string {
  return `numbers-${first}`;
}

const sectionLevel: ILevelsOptions = {
  level: 0,
  format: LevelFormat.DECIMAL,
  text: '%1',
  alignment: AlignmentType.LEFT,
  style: { run: { color: colours.cinnabar }, paragraph: { indent: { left: 560, hanging: 560 } } },
};

function level(depth: number, format: ILevelsOptions['format'], text: string, start: number): ILevelsOptions {
  return {
    level: depth,
    ...(format === undefined ? {} : { format }),
    text,
    start,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: indentOf(depth), hanging: 300 } } },
  };
}
