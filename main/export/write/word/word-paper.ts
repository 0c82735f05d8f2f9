import type { PaperDocument, Running } from '../../document/document';

/** A piece of "Page 3 of 12": words, or the number of the page, or of all pages. */
export type PageWord = 'page' | 'pages' | { readonly words: string };

/** A document as another thread is given it: without what only its composer can work out. */
export interface WordPaper extends Omit<PaperDocument, 'running' | 'onOnePage'> {
  readonly running: Omit<Running, 'pageOf'> & { readonly pageOf: readonly PageWord[] };
}

export function wordPaper({ onOnePage: _onOnePage, running, ...paper }: PaperDocument): WordPaper {
  return { ...paper, running: { ...running, pageOf: pageWords(running.pageOf) } };
}

// Stand-ins for the numbers that Word fills in; below a thousand, so that no language groups them.
const somePage = 881;
const allPages = 882;

/** The sentence in pieces, in whichever order a language has them. */
function pageWords(pageOf: Running['pageOf']): PageWord[] {
  return pageOf(somePage, allPages)
    .split(new RegExp(`(${somePage}|${allPages})`))
    .filter((part) => part !== '')
    .map((part) => (part === String(somePage) ? 'page' : part === String(allPages) ? 'pages' : { words: part }));
}
