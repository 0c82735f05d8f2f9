import { describe, expect, it } from '@jest/globals';
import { embeddedFonts } from '@main/export/write/embedded-fonts';
import { writeSingleFile } from '@main/export/write/single-file';
import { aPaper, paragraph } from '../../../../builders/paper';

const fontsFolder = 'node_modules/@fontsource';

/** Which family has the character, of those that are in the style sheet. */
function familiesOf(style: string, character: string): string[] {
  const code = character.codePointAt(0) ?? 0;
  return [...style.matchAll(/font-family: '([^']+)'[^}]*unicode-range: ([^;]+);/g)]
    .filter(([, , range = '']) =>
      range.split(',').some((span) => {
        const [first = '', last = first] = span.replace('U+', '').split('-');
        return Number.parseInt(first, 16) <= code && code <= Number.parseInt(last, 16);
      }),
    )
    .map(([, family = '']) => family);
}

describe('the fonts in a document of one file', () => {
  it('are those of its Chinese, the characters of Hong Kong among them', async () => {
    const style = await embeddedFonts(aPaper([paragraph('㗎嘅咗𨋢𠝹 與企業會面')]), fontsFolder);
    for (const character of '㗎嘅咗𨋢𠝹企業') expect(familiesOf(style, character)).toContain('Noto Sans HK');
    expect(style).not.toContain('Noto Sans SC');
  });

  it('are of the mainland for what is written in Simplified characters, and of emoji where there are some', async () => {
    const style = await embeddedFonts(aPaper([paragraph('企业代表介绍 🙂')], { form: 'zhHans' }), fontsFolder);
    for (const character of '业绍') expect(familiesOf(style, character)).toContain('Noto Sans SC');
    expect(familiesOf(style, '🙂')).toEqual(['Noto Emoji']);
  });

  it('are none where there is no Chinese', async () => {
    expect(await embeddedFonts(aPaper([paragraph('An English page – with “marks”.')]), fontsFolder)).toBe('');
  });

  it('are in the file itself, which asks nobody for them', async () => {
    const pieces: Uint8Array[] = [];
    const written = writeSingleFile(aPaper([paragraph('與企業會面')]), () => Promise.resolve(null), { fontsFolder });
    for await (const piece of written) pieces.push(piece);
    const page = Buffer.concat(pieces).toString('utf8');
    expect(page).toMatch(/src: url\(data:font\/woff2;base64,[A-Za-z0-9+/=]{1000,}\)/);
    expect(page).not.toMatch(/url\((?!data:)/);
    expect(page).toContain('font-src data:');
    expect(page).toContain('@top-right { content: "Restricted";');
  });
});
