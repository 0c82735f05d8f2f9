/** What was typed when the capture was closed without saving: it is there again when it is opened. */
export const kept: { line: string; edits: Record<string, string> } = { line: '', edits: {} };
