/** The two wires between the processes: calls with an answer, and what main tells the window of its own accord. */
export const callWire = 'attache:call';
export const eventWire = 'attache:event';
