import { linkAddress } from '@shared/domain/note/link';

/** What is taken out with everything in it. */
const dropped =
  'script,style,meta,link,title,head,xml,iframe,object,embed,svg,math,noscript,template,form,button,input,select,textarea,audio,video,del,[hidden]';
/** Names of elements that are kept, bare; all others give way to what is in them. */
const kept = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'hr', 'br', 'a'],
  ...[
    'b',
    'strong',
    'i',
    'em',
    's',
    'strike',
    'table',
    'tbody',
    'thead',
    'tfoot',
    'tr',
    'td',
    'th',
    'div',
    'section',
    'article',
  ],
]);

/** What was pasted, cleaned, and how many pictures had to be left out. */
export interface CleanPaste {
  readonly html: string;
  readonly pictures: number;
}

/**
 * HTML from Word, a web page or a mail, reduced to what a note can hold. Word's paragraphs that only look like lists
 * become lists, deleted text of tracked changes goes, and nothing is loaded or run: the text is parsed apart from the
 * window.
 */
export function cleanPaste(html: string): CleanPaste {
  // Conditional comments hold a second copy for old browsers.
  const { body } = new DOMParser().parseFromString(html.replace(/<!--[\s\S]*?-->|<!\[[\s\S]*?\]>/g, ''), 'text/html');
  // What is copied within a note is as clean as the note.
  if (body.querySelector('[data-pm-slice]')) return { html, pictures: 0 };
  makeLists(body);
  const pictures = body.querySelectorAll('img,picture').length;
  for (const element of body.querySelectorAll(dropped)) element.remove();
  for (const element of [...body.querySelectorAll('*')]) if (isDeleted(element)) element.remove();
  for (const table of body.querySelectorAll('table')) squareTable(table);
  for (const element of [...body.querySelectorAll('*')].reverse()) tidy(element);
  for (const cell of body.querySelectorAll('td,th')) asLines(cell);
  return { html: body.innerHTML, pictures };
}

function styleOf(element: Element): string {
  return element.getAttribute('style') ?? '';
}

/** Struck out by tracked changes, hidden, or Word's own numbers and bullets. */
function isDeleted(element: Element): boolean {
  return (
    /mso-list:\s*Ignore|mso-hide:\s*all|display:\s*none/i.test(styleOf(element)) ||
    /msodel|MsoCommentReference/i.test(element.className)
  );
}

function tidy(element: Element): void {
  const name = element.localName;
  const style = styleOf(element);
  const href = name === 'a' ? element.getAttribute('href') : null;
  const start = name === 'ol' ? element.getAttribute('start') : null;
  for (const { name: attribute } of [...element.attributes]) element.removeAttribute(attribute);
  if (href !== null) element.setAttribute('href', href);
  if (start !== null) element.setAttribute('start', start);
  const isLooks = name === 'span' || name === 'font';
  if (isLooks && /font-weight:\s*(?:bold|[6-9]00)/i.test(style)) wrap(element, 'strong');
  if (isLooks && /font-style:\s*italic/i.test(style)) wrap(element, 'em');
  if (isLooks && /line-through/i.test(style)) wrap(element, 's');
  // Google's pages are one big <b> that says it is not bold.
  const isNotBold = name === 'b' && /(?:^|;)\s*font-weight:\s*(?:normal|400)/i.test(style);
  if (isNotBold || !kept.has(name) || (name === 'a' && !linkAddress.test(href ?? '')))
    element.replaceWith(...element.childNodes);
}

function wrap(element: Element, name: string): void {
  const mark = element.ownerDocument.createElement(name);
  mark.append(...element.childNodes);
  element.append(mark);
}

/** Word writes a list as paragraphs with a level and a typed number or bullet; here they become the list they show. */
function makeLists(body: HTMLElement): void {
  const open: { readonly list: Element; readonly level: number }[] = [];
  let last: Element | null = null;
  for (const paragraph of [...body.querySelectorAll('p,div,h1,h2,h3,h4,h5,h6')]) {
    const level = Number(/mso-list:\s*l\d+\s+level(\d+)/i.exec(styleOf(paragraph))?.[1] ?? 0);
    if (level === 0 || paragraph.closest('li')) continue;
    const sign = [...paragraph.querySelectorAll('span')].find((span) => /mso-list:\s*Ignore/i.test(styleOf(span)));
    const name = /^[\s(]*(?:\d+|[a-z]{1,4})[.)]/i.test(sign?.textContent ?? '') ? 'ol' : 'ul';
    if (last === null || !follows(last, paragraph)) open.length = 0;
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    if ((open.at(-1)?.level ?? 0) < level) {
      const list = body.ownerDocument.createElement(name);
      const parent = open.at(-1)?.list.lastElementChild;
      if (parent) parent.append(list);
      else paragraph.before(list);
      open.push({ list, level });
    }
    const item = body.ownerDocument.createElement('li');
    open.at(-1)?.list.append(item);
    item.append(paragraph);
    last = open[0]?.list ?? null;
  }
}

function follows(list: Element, paragraph: Element): boolean {
  let next = list.nextSibling;
  while (next && next.nodeType !== Node.ELEMENT_NODE && (next.textContent ?? '').trim() === '') next = next.nextSibling;
  return next === paragraph;
}

/** A row's cells all one wide, as many in each: what reached over several leaves empty ones. */
function squareTable(table: HTMLTableElement): void {
  const rows = [...table.rows];
  for (const [at, row] of rows.entries()) {
    for (const cell of [...row.cells]) {
      const { colSpan, rowSpan, cellIndex } = cell;
      for (let more = 1; more < Math.min(colSpan, 100); more += 1) cell.after(cell.ownerDocument.createElement('td'));
      for (const below of rows.slice(at + 1, at + rowSpan)) {
        for (let more = 0; more < Math.min(colSpan, 100); more += 1)
          below.insertCell(Math.min(cellIndex, below.cells.length));
      }
    }
  }
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  for (const row of rows) while (row.cells.length < width) row.insertCell();
}

/** A cell is one line: its paragraphs and list items stand in it with breaks between them. */
function asLines(cell: Element): void {
  for (const block of [
    ...cell.querySelectorAll('p,div,li,ul,ol,h1,h2,h3,h4,h5,h6,blockquote,pre,section,article'),
  ].reverse()) {
    const isBetween = block.previousSibling !== null && block.textContent.trim() !== '';
    block.replaceWith(...(isBetween ? [block.ownerDocument.createElement('br')] : []), ...block.childNodes);
  }
}
