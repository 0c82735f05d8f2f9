/** The one key, and a second one for keyboards whose function keys do something else. */
export const captureKeys = ['F9', 'mod+shift+a'] as const;
