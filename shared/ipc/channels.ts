/** The two wires of the page: calls with an answer, and what main tells the window of its own accord. */
export const callWire = 'attache:call';
export const eventWire = 'attache:event';
/** Where a file lies that was dropped onto the window. The preload's own: the page does not reach it. */
export const droppedWire = 'attache:dropped';
