let isCovered = false;
const watchers = new Set<() => void>();

/** Whether the screen is covered because Attaché is just locking: nothing can be seen or typed. */
export const cover = {
  snapshot: (): boolean => isCovered,
  subscribe: (watcher: () => void): (() => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
};

export function setCovered(next: boolean): void {
  isCovered = next;
  document.body.inert = next;
  for (const watcher of watchers) watcher();
}
