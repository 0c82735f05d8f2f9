/**
 * Tells the console of a broken invariant: where, which kind of error, and the way to it, for each cause in turn.
 * Messages are left out: an error of a library may quote the words that it stumbled over, and logs carry no words.
 */
export function logBroken(where: string, cause: unknown): void {
  const lines: string[] = [];
  for (let error = cause; error !== undefined; error = error instanceof Error ? error.cause : undefined) {
    lines.push(error instanceof Error ? `${error.name}\n${framesOf(error)}` : typeof error);
  }
  process.stderr.write(`[attache] ${where}: ${lines.join('\ncaused by ')}\n`);
}

function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
