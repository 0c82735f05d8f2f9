import { useEffect } from 'react';
import { useLocation } from 'react-router';
import type { NavigateFunction } from 'react-router';
import { findAllFolded, fold } from '@shared/search/fold';

interface WordsState {
  readonly foundWords: string;
}

/** A screen asks main before it shows anything; what is not there by then does not come. */
const patience = 3000;
const highlight = 'found-words';

/** The state of a link that leads to a screen and marks the words there. */
export function markingWords(foundWords: string): WordsState {
  return { foundWords };
}

/** Goes to a screen and marks there the words that led to it. */
export function goToWords(navigate: NavigateFunction, path: string, words: string): void {
  void navigate(path, { state: markingWords(words) });
}

/** Marks the words that the way here asked for, until something is typed or clicked. Used once, by the shell. */
export function useFoundWords(): void {
  const location = useLocation();
  const { key } = location;
  const words = wordsIn(location.state);
  useEffect(() => {
    if (words === '') return undefined;
    const marks = new MarkedWords(fold(words));
    const watcher = new MutationObserver(() => marks.renew());
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
    marks.renew();
    const timer = window.setTimeout(() => watcher.disconnect(), patience);
    const end = (): void => {
      window.clearTimeout(timer);
      watcher.disconnect();
      CSS.highlights.delete(highlight);
      window.removeEventListener('pointerdown', end);
      window.removeEventListener('keydown', end);
    };
    window.addEventListener('pointerdown', end);
    window.addEventListener('keydown', end);
    return end;
  }, [key, words]);
}

function wordsIn(state: unknown): string {
  return typeof state === 'object' && state !== null && 'foundWords' in state && typeof state.foundWords === 'string'
    ? state.foundWords
    : '';
}

class MarkedWords {
  readonly #wanted: string;
  #first: Element | undefined;

  constructor(wanted: string) {
    this.#wanted = wanted;
  }

  /** Marks every place on the screen, what lies over the others first, and brings the first into view. */
  renew(): void {
    const roots = [...document.querySelectorAll('[role="dialog"]'), ...document.querySelectorAll('#content')];
    const ranges = roots.flatMap((root) => this.#rangesIn(root));
    const first = ranges[0]?.startContainer.parentElement ?? roots.map((root) => this.#fieldIn(root)).find(Boolean);
    CSS.highlights.set(highlight, new Highlight(...ranges));
    if (!first || first === this.#first) return;
    this.#first = first;
    first.scrollIntoView({ block: 'center' });
  }

  #rangesIn(root: Element): Range[] {
    const ranges: Range[] = [];
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      for (const { start, length } of findAllFolded(text.nodeValue ?? '', this.#wanted)) {
        const range = document.createRange();
        range.setStart(text, start);
        range.setEnd(text, start + length);
        ranges.push(range);
      }
    }
    return ranges;
  }

  /** What stands in a field is no text of the page: the whole field is brought into view. */
  #fieldIn(root: Element): Element | undefined {
    const fields = root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input[type="text"]');
    return [...fields].find(({ value }) => fold(value).includes(this.#wanted));
  }
}
