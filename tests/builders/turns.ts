/** Counts how often other work had its turn, until it is stopped. */
export function countTurns(): { soFar: () => number; stop: () => void } {
  let turns = 0;
  let next = setImmediate(count);
  function count(): void {
    turns += 1;
    next = setImmediate(count);
  }
  return {
    soFar: () => turns,
    stop: () => {
      clearImmediate(next);
    },
  };
}
