/**
 * The room that a photograph is scaled for, in CSS pixels: as wide as the text on A4, and about as high as most rows. In a
 * higher row it has a fifth fewer dots to the inch, which nobody sees.
 */
export const roomOfPhotograph = { width: 602, height: 200 } as const;
const highest = 250;

/** How high rows are to be, in CSS pixels, what is tried first standing first. */
const heights = [188, 182, 194, 176, 200, 170, 206, 164, 212, 158, 218, 152, 226, 146, 236, 140, 246];

/**
 * The text of a program that runs beside a page (see in-page.ts), once the shapes of its photographs are known (`--shape` of
 * each figure): sets them in rows, in their order, each row as wide as the text and its pictures of one height. So many go
 * into a row as bring it nearest to the height that is wanted; the last one is no larger than the others. A picture with
 * a long caption has room for it, however narrow it is itself; one that cannot be shown keeps its frame.
 *
 * Where photographs fill pages of their own, several heights are tried for each page, and the one is kept that leaves the
 * least of it empty.
 */
export const layPhotographs = `((heights, highest) => {
  const lettersWide = 40;
  const roomForCaption = 170;
  const mostBetween = 18;
  const textHeight = parseFloat(getComputedStyle(document.body).getPropertyValue('--text-height')) * 96 / 25.4;
  for (const gallery of document.querySelectorAll('.photographs')) {
    const figures = [...gallery.querySelectorAll('figure')].map((figure) => ({
      figure,
      shape: Number(figure.style.getPropertyValue('--shape')) || 1.5,
      narrowest: (figure.querySelector('figcaption')?.textContent.length ?? 0) > lettersWide ? roomForCaption : 0,
    }));
    const width = gallery.getBoundingClientRect().width;
    const gap = parseFloat(getComputedStyle(gallery.firstElementChild).columnGap) || 0;
    const widthOf = (row, height) =>
      row.reduce((sum, { shape, narrowest }) => sum + Math.max(height * shape, narrowest), gap * (row.length - 1));
    const heightOf = (row) => {
      let [low, high] = [0, 2000];
      for (let step = 0; step < 24; step += 1) {
        const middle = (low + high) / 2;
        if (widthOf(row, middle) > width) high = middle;
        else low = middle;
      }
      return low;
    };
    const rowFrom = (start, wanted) => {
      const row = [];
      for (const one of figures.slice(start)) {
        const longer = [...row, one];
        if (row.length > 0 && Math.abs(heightOf(longer) - wanted) > Math.abs(heightOf(row) - wanted)) break;
        row.push(one);
      }
      return row;
    };
    const layRow = (row) => {
      const line = document.createElement('div');
      line.className = 'pair';
      const height = Math.min(highest, heightOf(row));
      for (const { figure, shape, narrowest } of row) {
        figure.style.flex = '0 0 ' + Math.max(height * shape, narrowest).toFixed(2) + 'px';
        figure.firstElementChild.style.width = (height * shape).toFixed(2) + 'px';
      }
      line.append(...row.map(({ figure }) => figure));
      gallery.append(line);
      return line;
    };
    /** As many rows as there is room for: the lines, the figure that comes next, and the room that is left. */
    const fill = (start, wanted, room) => {
      const lines = [];
      let next = start;
      let left = room;
      while (next < figures.length) {
        const row = rowFrom(next, wanted);
        const line = layRow(row);
        const needed = isAlone ? line.getBoundingClientRect().height : 0;
        if (needed > left && lines.length > 0) {
          line.remove();
          break;
        }
        lines.push(line);
        next += row.length;
        left -= needed + gap;
      }
      return { wanted, lines, next, empty: next === figures.length ? 0 : left };
    };
    const section = gallery.closest('.starts-page');
    const isAlone = section !== null && gallery.parentElement === section && section.lastElementChild === gallery;
    let room = isAlone
      ? textHeight - (gallery.getBoundingClientRect().top - section.getBoundingClientRect().top)
      : Number.POSITIVE_INFINITY;
    gallery.replaceChildren();
    // Out of the text while it is measured: the rest of a long document is not laid out again for each row.
    gallery.style.position = 'absolute';
    gallery.style.width = width + 'px';
    for (let next = 0; next < figures.length; room = textHeight) {
      let best;
      for (const wanted of heights) {
        const page = fill(next, wanted, room);
        for (const line of page.lines) line.remove();
        if (best === undefined || page.empty < best.empty - 1) best = page;
        if (best.empty === 0) break;
      }
      const page = fill(next, best.wanted, room);
      // What is still left stands between the rows, as far as it does not tear them apart.
      const between = page.lines.slice(0, -1);
      const more = Math.min(mostBetween, (page.empty - 2) / Math.max(1, between.length));
      if (more > 0) for (const line of between) line.style.marginBottom = (gap + more).toFixed(2) + 'px';
      next = page.next;
    }
    gallery.style.position = gallery.style.width = '';
  }
})(${JSON.stringify(heights)}, ${String(highest)}); null`;
