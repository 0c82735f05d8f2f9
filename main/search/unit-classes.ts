/** What a folded unit of UTF-16 is to the index. */
export const blank = 0;
/** Of a word that is written with letters or digits: words are kept whole. */
export const letter = 1;
/** Of a script without blanks between its words, or half of a character beyond U+FFFF: kept in pairs. */
export const sign = 2;
/** Everything else, each by itself. */
export const mark = 3;

let made: Uint8Array | undefined;

/** The class of each unit of UTF-16. */
export function unitClasses(): Uint8Array {
  made ??= makeClasses();
  return made;
}

function makeClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  const isLetter = /[\p{L}\p{N}\p{M}]/u;
  const isBlank = /[\s\p{Cc}]/u;
  // Large blocks of one class: Chinese characters, Korean syllables with the halves of characters, private use.
  classes.fill(sign, 0x3400, 0xa000);
  classes.fill(sign, 0xac00, 0xe000);
  classes.fill(mark, 0xe000, 0xf900);
  for (let unit = 0; unit < 0x10000; unit += 1) {
    if (unit === 0x3400) unit = 0xa000;
    if (unit === 0xac00) unit = 0xf900;
    const character = String.fromCharCode(unit);
    if (isBlank.test(character)) classes[unit] = blank;
    else if (!isLetter.test(character)) classes[unit] = mark;
    else classes[unit] = isUnspaced(unit) ? sign : letter;
  }
  return classes;
}

function isUnspaced(unit: number): boolean {
  return (unit >= 0x1100 && unit < 0x1200) || (unit >= 0x2e80 && unit < 0xac00) || (unit >= 0xf900 && unit < 0xfb00);
}
