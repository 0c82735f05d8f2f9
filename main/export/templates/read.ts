import Mustache from 'mustache';
import { templateFields } from '@shared/documents/template-fields';
import type { TemplateIssue, TemplateScope } from '@shared/documents/template-fields';
import type { TemplateGap } from '@shared/documents/template-gaps';
import { templateText } from '@shared/documents/template-text';

/** A place 【…】 of a template: on which line it stands, and the words between its marks. */
export type Gap = Pick<TemplateGap, 'line' | 'words'>;

/** A template, taken apart and checked. */
export type Piece =
  /** `gaps`: the places in it that are left for somebody to fill in. */
  | { readonly kind: 'text'; readonly text: string; readonly gaps: readonly Gap[] }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'part'; readonly name: string }
  /** `isAbsent`: its pieces stand there when the list, or the field, is empty. */
  | { readonly kind: 'section'; readonly name: string; readonly isAbsent: boolean; readonly pieces: readonly Piece[] };

export interface ReadTemplate {
  /** Everything that is wrong with it, from top to bottom; it is filled in only when there is nothing. */
  readonly issues: readonly TemplateIssue[];
  readonly pieces: readonly Piece[];
}

/** Sections within sections, as deep as anybody may mean it. */
const deepest = 12;
/** More than anybody reads; finding the line of each takes time. */
const mostIssues = 50;

/** Reads a template and says of each line what is wrong with it. It may come from anybody: nothing in it is trusted. */
export function readTemplate(written: string): ReadTemplate {
  const markdown = templateText(written);
  let tokens: unknown;
  try {
    // A writer of its own: the package's would keep every template that was ever read.
    tokens = new Mustache.Writer().parse(markdown, ['{{', '}}']);
  } catch (cause) {
    return { issues: [faultOf(markdown, cause)], pieces: [] };
  }
  const reader = new TemplateReader(markdown);
  const pieces = reader.pieces(tokens, [templateFields]);
  return { issues: reader.issues, pieces };
}

/** What the parser says in English, with the place it means. */
function faultOf(markdown: string, cause: unknown): TemplateIssue {
  const said = cause instanceof Error ? cause.message : String(cause);
  const at = Number(/ at (\d+)$/.exec(said)?.[1] ?? 0);
  const name = (/"([^]*)"/.exec(said)?.[1] ?? '').trim().slice(0, 80);
  if (said.startsWith('Unclosed section')) {
    return { code: 'template-not-ended', line: lineOf(markdown, beginOf(markdown, name, at)), name };
  }
  if (said.startsWith('Unopened section')) return { code: 'template-stray-end', line: lineOf(markdown, at), name };
  if (said.startsWith('Invalid tags')) return { code: 'template-other-braces', line: lineOf(markdown, at), name };
  const opened = markdown.lastIndexOf('{{', Math.max(0, at - 1));
  return { code: 'template-open-braces', line: lineOf(markdown, opened === -1 ? at : opened), name };
}

/** Where the section begins that has no end, before this place. */
function beginOf(markdown: string, name: string, before: number): number {
  const begins = [...markdown.slice(0, before).matchAll(/\{\{\s*[#^]([^{}]*)\}\}/g)];
  return begins.findLast((found) => found[1]?.trim() === name)?.index ?? before;
}

function lineOf(markdown: string, at: number): number {
  return markdown.slice(0, at).split('\n').length;
}

class TemplateReader {
  readonly issues: TemplateIssue[] = [];
  readonly #markdown: string;

  constructor(markdown: string) {
    this.#markdown = markdown;
  }

  /** `scopes`: what may be named here, the innermost first. */
  pieces(tokens: unknown, scopes: readonly TemplateScope[]): Piece[] {
    if (!Array.isArray(tokens)) return [];
    return tokens.flatMap((token: unknown) => (Array.isArray(token) ? this.#piece(token, scopes) : []));
  }

  #piece(token: readonly unknown[], scopes: readonly TemplateScope[]): Piece[] {
    const [type, said, start, end] = token;
    const name = typeof said === 'string' ? said : '';
    const at = typeof start === 'number' ? start : 0;
    switch (type) {
      case 'text':
        return [{ kind: 'text', text: name, gaps: this.#gaps(at, typeof end === 'number' ? end : at) }];
      case 'name':
      case '&':
        if (!scopes.some(({ words }) => words.includes(name))) return this.#wrong('template-unknown-field', at, name);
        return [{ kind: 'field', name }];
      case '>':
        return this.#part(name, at, scopes);
      case '#':
      case '^':
        return this.#section(name, at, token, scopes);
      case '=':
        return this.#wrong('template-other-braces', at, name);
      default:
        // A comment says nothing.
        return [];
    }
  }

  /** In the text as it was written: the parser leaves out the white space around fields, and with it what tells the lines. */
  #gaps(from: number, to: number): Gap[] {
    const written = this.#markdown.slice(from, to);
    return [...written.matchAll(/【([^【】\n]*)/g)].map(({ index, 1: words = '' }) => ({
      line: lineOf(this.#markdown, from + index),
      words: words.trim().slice(0, 80),
    }));
  }

  #part(name: string, at: number, scopes: readonly TemplateScope[]): Piece[] {
    if (!scopes.some(({ parts }) => parts.includes(name))) return this.#wrong('template-unknown-part', at, name);
    const from = this.#markdown.lastIndexOf('\n', at - 1) + 1;
    const [line = ''] = this.#markdown.slice(from).split('\n', 1);
    const isAlone = /^\s*\{\{[^{}]*\}\}\s*$/.test(line);
    return isAlone ? [{ kind: 'part', name }] : this.#wrong('template-not-alone', at, name);
  }

  #section(name: string, at: number, token: readonly unknown[], scopes: readonly TemplateScope[]): Piece[] {
    const isAbsent = token[0] === '^';
    const list = scopes
      .map(({ lists }) => new Map(Object.entries(lists)).get(name))
      .find((found) => found !== undefined);
    const isWord = scopes.some(({ words }) => words.includes(name));
    if (list === undefined && !isWord) return this.#wrong('template-unknown-field', at, name);
    if (scopes.length > deepest) return this.#wrong('template-too-deep', at, name);
    // Within a field that is there, and within what is not there, the same may be named as around it; it is deeper all the same.
    const within = list === undefined || isAbsent ? nothing : list;
    return [{ kind: 'section', name, isAbsent, pieces: this.pieces(token[4], [within, ...scopes]) }];
  }

  #wrong(code: TemplateIssue['code'], at: number, name: string): [] {
    if (this.issues.length < mostIssues)
      this.issues.push({ code, line: lineOf(this.#markdown, at), name: name.slice(0, 80) });
    return [];
  }
}

const nothing: TemplateScope = { words: [], lists: {}, parts: [] };
