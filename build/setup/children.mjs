/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/**
 * Ends the child process when this one ends, however that comes about, so that nothing is left running.
 * @param {import('node:child_process').ChildProcess} child
 */
export function endWithUs(child) {
  children.add(child);
  child.once('exit', () => children.delete(child));
}

process.once('exit', () => {
  for (const child of children) child.kill();
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    process.exit(1);
  });
}
