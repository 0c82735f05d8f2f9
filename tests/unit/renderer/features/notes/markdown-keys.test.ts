import { describe, expect, it } from '@jest/globals';
import { continueList, indentList, toggleMarks, withoutMarks, wordsAt } from '@renderer/features/notes/markdown-keys';
import type { Edit, Range } from '@renderer/features/notes/markdown-keys';

/** Text with the caret, or both ends of what is marked, written as |. */
function read(drawn: string): { text: string; range: Range } {
  const start = drawn.indexOf('|');
  const end = drawn.lastIndexOf('|');
  return { text: drawn.replaceAll('|', ''), range: { start, end: start === end ? end : end - 1 } };
}

function draw(text: string, edit: Edit | null): string | null {
  if (edit === null) return null;
  const edited = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  const { start, end } = edit.select;
  const marked = start === end ? '|' : `|${edited.slice(start, end)}|`;
  return edited.slice(0, start) + marked + edited.slice(end);
}

function after(drawn: string, act: (text: string, range: Range) => Edit | null): string | null {
  const { text, range } = read(drawn);
  return draw(text, act(text, range));
}

describe('Enter in a list', () => {
  it.each([
    ['- one|', '- one\n- |'],
    ['  * one|', '  * one\n  * |'],
    ['9. nine|', '9. nine\n10. |'],
    ['- [x] done|', '- [x] done\n- [ ] |'],
    ['- 深圳|前海', '- 深圳\n- |前海'],
  ])('goes on with the next item: %j', (before, expected) => {
    expect(after(before, continueList)).toBe(expected);
  });

  it('leaves the list at an empty item', () => {
    expect(after('- one\n- |', continueList)).toBe('- one\n|');
  });

  it.each(['plain|', '|- one', '- one\n\n|', '-not a list|'])('is an ordinary new line elsewhere: %j', (before) => {
    expect(after(before, continueList)).toBeNull();
  });
});

describe('Tab in a list', () => {
  it('moves the item one level deeper, by the width of its sign', () => {
    expect(after('- one|', (text, range) => indentList(text, range, 'in'))).toBe('  - one|');
    expect(after('10. ten|', (text, range) => indentList(text, range, 'in'))).toBe('    10. ten|');
  });

  it('moves every marked item, and with Shift back again', () => {
    const deeper = after('- o|ne\n- t|wo', (text, range) => indentList(text, range, 'in'));
    expect(deeper).toBe('  - o|ne\n  - t|wo');
    expect(after(deeper ?? '', (text, range) => indentList(text, range, 'out'))).toBe('- o|ne\n- t|wo');
  });

  it('is left to the window outside a list', () => {
    expect(after('plain|', (text, range) => indentList(text, range, 'in'))).toBeNull();
  });
});

describe('marking', () => {
  it('puts marks around what is chosen and takes them away again', () => {
    expect(after('a |b| c', (text, range) => toggleMarks(text, range, '**'))).toBe('a **|b|** c');
    expect(after('a **|b|** c', (text, range) => toggleMarks(text, range, '**'))).toBe('a |b| c');
  });

  it('does not take bold for italic', () => {
    expect(after('**|b|**', (text, range) => toggleMarks(text, range, '*'))).toBe('***|b|***');
    expect(after('***|b|***', (text, range) => toggleMarks(text, range, '*'))).toBe('**|b|**');
  });
});

describe('the words of a follow-up', () => {
  it.each([
    ['first\n- [ ] send the ci|rcular\nlast', 'send the circular'],
    ['## Prom|ised', 'Promised'],
    ['2. 寄出|資料', '寄出資料'],
    ['they ask for |two\nthings| soon', 'two things'],
    ['\n|\n', ''],
  ])('are the line or what is marked: %j', (drawn, expected) => {
    const { text, range } = read(drawn);
    expect(wordsAt(text, range)).toBe(expected);
  });

  it('are read without the stars that mark them', () => {
    expect(withoutMarks('**Follow-up (ours):** send *two* copies, 2 * 3')).toBe(
      'Follow-up (ours): send two copies, 2 * 3',
    );
  });
});
