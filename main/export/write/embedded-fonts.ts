import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WrittenForm } from '@shared/domain/values';
import type { PaperDocument } from '../document/document';

/** The families by their folders, as the printed fonts lie in them. */
const families = ['noto-sans-hk', 'noto-sans-sc', 'noto-emoji'] as const;
type Family = (typeof families)[number];

/** Which family a written form is set in, and which ones stand in for it. */
const orders: Record<WrittenForm, readonly Family[]> = {
  en: ['noto-sans-hk', 'noto-sans-sc', 'noto-emoji'],
  zhHant: ['noto-sans-hk', 'noto-sans-sc', 'noto-emoji'],
  zhHans: ['noto-sans-sc', 'noto-sans-hk', 'noto-emoji'],
};

/** From here on are Chinese characters and emoji; what comes before, every system can show. */
const firstEmbedded = 0x2e80;

/** A part of a font: the characters that it has, by the rule of the style sheet that names it. */
interface Part {
  readonly family: Family;
  readonly file: string;
  readonly range: string;
  readonly spans: readonly (readonly [number, number])[];
}

/**
 * The parts of our fonts that a document's Chinese needs, as rules of a style sheet that hold them: whoever opens the file
 * sees each character, those of Hong Kong too, whatever fonts the machine has. Of one weight, which browsers make bold by
 * themselves: two would double the file.
 */
export async function embeddedFonts(document: PaperDocument, fontsFolder: string): Promise<string> {
  const needed = charactersOf(document);
  if (Object.values(needed).every((characters) => characters.size === 0)) return '';
  const all = new Map<Family, readonly Part[]>();
  for (const family of families) all.set(family, await partsOf(family, fontsFolder));
  const used = new Set<Part>();
  for (const form of ['en', 'zhHant', 'zhHans'] as const) {
    for (const character of needed[form]) {
      const parts = orders[form].flatMap((family) => all.get(family) ?? []);
      const part = parts.find(({ spans }) => spans.some(([first, last]) => first <= character && character <= last));
      if (part !== undefined) used.add(part);
    }
  }
  const rules: string[] = [];
  for (const part of used) rules.push(await ruleOf(part, fontsFolder));
  return rules.join('\n');
}

/** Every character of a document that wants a font, by the written form that it stands in, wherever it stands. */
function charactersOf(document: PaperDocument): Record<WrittenForm, ReadonlySet<number>> {
  const found = { en: new Set<number>(), zhHant: new Set<number>(), zhHans: new Set<number>() };
  const read = (value: unknown, form: WrittenForm): void => {
    if (typeof value === 'string') {
      for (const character of value) {
        const code = character.codePointAt(0) ?? 0;
        if (code >= firstEmbedded) found[form].add(code);
      }
    } else if (Array.isArray(value)) for (const one of value) read(one, form);
    else if (typeof value === 'object' && value !== null) {
      const own = 'form' in value && isForm(value.form) ? value.form : form;
      for (const one of Object.values(value)) read(one, own);
    }
  };
  const { onOnePage: _others, ...whole } = document;
  read(whole, document.form);
  return found;
}

function isForm(value: unknown): value is WrittenForm {
  return value === 'en' || value === 'zhHant' || value === 'zhHans';
}

async function partsOf(family: Family, fontsFolder: string): Promise<readonly Part[]> {
  const style = await readFile(join(fontsFolder, family, '400.css'), 'utf8');
  return [...style.matchAll(/url\(\.\/(files\/[a-z0-9-]+\.woff2)\)[^}]*?unicode-range:\s*([^;}]+)/g)].map(
    ([, file = '', range = '']) => ({ family, file, range: range.replaceAll(/\s+/g, ''), spans: spansOf(range) }),
  );
}

/** "U+4e00,U+4e08-4e0a" */
function spansOf(range: string): Part['spans'] {
  return [...range.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(
    ([, first = '', last = first]) => [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const,
  );
}

const names = { 'noto-sans-hk': 'Noto Sans HK', 'noto-sans-sc': 'Noto Sans SC', 'noto-emoji': 'Noto Emoji' } as const;

async function ruleOf({ family, file, range }: Part, fontsFolder: string): Promise<string> {
  const bytes = await readFile(join(fontsFolder, family, file));
  const source = `url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2')`;
  return `@font-face { font-family: '${names[family]}'; font-weight: 400; src: ${source}; unicode-range: ${range}; }`;
}
