import type { WrittenForm } from '@shared/domain/values';
import type { PaperSize } from '../../document/document';

/** Ink-teal with paler tones of it, and cinnabar for what must catch the eye: as on the printed pages. */
export const colours = {
  ink: '0F4C5C',
  pale: 'EEF4F5',
  rule: 'C9D8DB',
  quiet: '5A6B70',
  cinnabar: 'B5482F',
  bar: '5C8F9B',
} as const;

/** Fonts that come with the office's own programs: a Word file names its fonts and does not hold them. */
export const fonts = {
  latin: 'Calibri',
  typed: 'Consolas',
  /** With lines no higher than Latin ones, as these kinds of the two fonts have; the first has Hong Kong's own characters. */
  chinese: { zhHant: 'Microsoft JhengHei UI', zhHans: 'Microsoft YaHei UI' },
} as const;

/** What Word checks the spelling by and breaks lines by. */
export const spoken = { en: 'en-GB', zhHant: 'zh-HK', zhHans: 'zh-CN' } as const satisfies Record<WrittenForm, string>;

/** Chinese that stands within a document of this form. */
export function chineseIn(form: WrittenForm): 'zhHant' | 'zhHans' {
  return form === 'zhHans' ? 'zhHans' : 'zhHant';
}

/** Twentieths of a point in a millimetre. */
export function millimetres(count: number): number {
  return Math.round((count * 1440) / 25.4);
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Letters are so much smaller or larger than on A4. */
  readonly scale: number;
}

/** Sizes of paper and margins in twentieths of a point. */
export const sheets = {
  A4: {
    width: millimetres(210),
    height: millimetres(297),
    margin: { top: millimetres(29), right: millimetres(24), bottom: millimetres(25), left: millimetres(27) },
    scale: 1,
  },
  A5: {
    width: millimetres(148),
    height: millimetres(210),
    margin: { top: millimetres(22), right: millimetres(15), bottom: millimetres(18), left: millimetres(16) },
    scale: 0.9,
  },
} as const satisfies Record<PaperSize, Sheet>;

/** The width of the text in twentieths of a point. */
export function textWidth(paper: PaperSize): number {
  const { width, margin } = sheets[paper];
  return width - margin.left - margin.right;
}
