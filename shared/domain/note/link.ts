/** What a link in a note may lead to; nothing else is one. */
export const linkAddress = /^(?:https?:\/\/|mailto:|tel:)\S/i;
