import { Random } from '../store/random';
import { noteText } from '../store/sample-words';

/** A note of so many characters in two languages, as headings, paragraphs and lists of Markdown. */
export function longNote(characters: number, seed: number): string {
  const random = new Random(seed);
  const parts: string[] = [];
  for (let length = 0, count = 0; length < characters; count += 1) {
    const text = noteText(random, 300).replaceAll(/\s+/g, ' ').trim();
    const part = count % 6 === 0 ? `## ${text.slice(0, 40).trim()}` : count % 6 === 4 ? `- ${text}` : text;
    parts.push(part);
    length += part.length + 2;
  }
  return parts.join('\n\n').slice(0, characters).trimEnd();
}
