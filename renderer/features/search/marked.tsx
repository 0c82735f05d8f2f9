import { Fragment } from 'react';
import type { SearchMark } from '@shared/ipc/search-channels';

/** A text with what was looked for marked in it. */
export function Marked({ text, marks }: { readonly text: string; readonly marks: readonly SearchMark[] }) {
  return (
    <>
      {marks.map(({ start, length }, index) => {
        return (
          <Fragment key={start}>
            {text.slice(endOf(marks[index - 1]), start)}
            <mark>{text.slice(start, start + length)}</mark>
          </Fragment>
        );
      })}
      {text.slice(endOf(marks.at(-1)))}
    </>
  );
}

function endOf(mark: SearchMark | undefined): number {
  return mark === undefined ? 0 : mark.start + mark.length;
}
