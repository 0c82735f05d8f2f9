/**
 * A family for the few marks that Latin text shares with Chinese. The Noto Sans of Chinese gives them the width of a
 * Chinese character: an apostrophe with a gap behind it.
 */
export const latinMarks = 'Latin Marks';

export const latinMarksStyle = [400, 600]
  .map(
    (weight) => `
@font-face { font-family: '${latinMarks}'; src: url(fonts/inter/files/inter-latin-${weight}-normal.woff2); font-weight: ${weight};
  font-display: block; unicode-range: U+B7, U+2018-2019, U+201C-201D, U+2026; }`,
  )
  .join('');
