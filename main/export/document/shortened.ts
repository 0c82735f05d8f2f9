import type { Run, Words } from './blocks';
import { printable } from './printable';
import { plain } from './writing';

/** How wide a text is, in Latin letters: a Chinese character takes the room of two. */
export function wide(text: string): number {
  let width = 0;
  for (const character of text) width += /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u.test(character) ? 2 : 1;
  return width;
}

const endOfSentence = /[。！？]|[.!?](?=\s|$)/u;
const mark = ' …';

/** The text up to so many Latin letters, cut behind a sentence or between words; three dots say that there was more. */
export function shortened(text: string, most: number): string {
  const whole = printable(text).trim();
  if (wide(whole) <= most) return whole;
  const kept = upTo(whole, most);
  const sentence = kept
    .split(/(?<=[。！？])|(?<=[.!?]\s)/u)
    .slice(0, -1)
    .join('')
    .trimEnd();
  if (wide(sentence) > most / 2 && endOfSentence.test(sentence)) return `${sentence}${mark}`;
  return `${betweenWords(kept, most)}${mark}`;
}

/** Words up to so many Latin letters, each in its form and with its looks: a name where there is room for a part of it. */
export function shortenedWords(words: Words, most: number): Words {
  if (wide(plain(words)) <= most) return words;
  const kept: Run[] = [];
  let room = most;
  for (const run of words) {
    const width = wide(run.text);
    if (width > room) {
      const text = betweenWords(upTo(run.text, room), room);
      return [...kept, { ...run, text: `${text}${mark}` }];
    }
    kept.push(run);
    room -= width;
  }
  return kept;
}

function upTo(text: string, most: number): string {
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += wide(character);
    if (width > most) break;
    kept += character;
  }
  return kept;
}

/** Without the word that was cut through, unless that is most of it. */
function betweenWords(cut: string, most: number): string {
  const words = /^[\s\S]*[\s，、；]/u.exec(cut)?.[0].trimEnd() ?? '';
  return (wide(words) > most / 2 ? words : cut).replace(/[\s，、；,;]+$/u, '');
}
