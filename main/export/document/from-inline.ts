import { inlineTokens } from '@shared/markdown/dialect';
import type { Token } from '@shared/markdown/dialect';
import type { Look, Run, Words } from './blocks';
import { asTyped, plain } from './writing';
import type { ChineseForm } from './written-form';

const lookOf: Readonly<Record<string, Look>> = { strong_open: 'strong', em_open: 'emphasis', s_open: 'struck' };

interface OpenMark {
  readonly token: Token;
  /** How many runs stood before it. */
  readonly from: number;
}

/**
 * The words of a paragraph, heading or cell with their looks. A link is its words with its address in brackets, a picture
 * its description with its: nothing leads anywhere or asks for anything.
 */
export function readWords(text: string, usual: ChineseForm): Words {
  const open: OpenMark[] = [];
  const runs: Run[] = [];
  const looks = (): Look[] => [...new Set(open.flatMap(({ token }) => lookOf[token.type] ?? []))];
  const add = (words: string, more: readonly Look[] = []): void => {
    runs.push(...asTyped(words, [...looks(), ...more], usual));
  };
  for (const token of inlineTokens(text)) {
    if (token.nesting === 1) open.push({ token, from: runs.length });
    else if (token.nesting === -1) {
      const closed = open.pop();
      if (closed?.token.type === 'link_open') add(addressBeside(closed.token, plain(runs.slice(closed.from))));
    } else if (token.type === 'softbreak' || token.type === 'hardbreak') {
      runs.push({ text: '\n', form: runs.at(-1)?.form ?? 'en', looks: looks() });
    } else if (token.type === 'source') add(described(token.content));
    else add(token.content, token.type === 'code_inline' ? ['code'] : []);
  }
  return merged(runs);
}

/** An address that was typed as itself is its own words. */
function addressBeside(token: Token, words: string): string {
  const address = String(token.attrGet('href') ?? '');
  const title = String(token.attrGet('title') ?? '');
  const said = [address === words || token.info === 'auto' ? '' : address, title === '' ? '' : `“${title}”`];
  const beside = said.filter((part) => part !== '').join(' ');
  return beside === '' ? '' : `${words === '' ? '' : ' '}(${beside})`;
}

/** A picture that a text only names: what it is called, and where it is. */
function described(source: string): string {
  const [, words, address] = /^!\[(.*)\]\((.*)\)$/s.exec(source) ?? [];
  if (words === undefined || address === undefined) return source;
  return [words, address === '' ? '' : `(${address})`].filter((part) => part !== '').join(' ');
}

/** Runs of one form and one look that stand side by side are one. */
function merged(runs: readonly Run[]): Words {
  const whole: Run[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    const isLike = last?.form === run.form && last.looks.join() === run.looks.join();
    if (last !== undefined && isLike) whole[whole.length - 1] = { ...last, text: last.text + run.text };
    else whole.push(run);
  }
  return whole;
}
