/** Where a space is kept: the database of a CouchDB, and the server that it belongs to. Neither ends in a slash. */
export interface CouchAddress {
  readonly server: string;
  readonly space: string;
}

/** The names that CouchDB gives databases; its own begin with an underscore. */
const databaseName = /^[a-z][a-z0-9_$()+/-]*$/;

/**
 * Reads the address of a database, such as `https://couch.office.example:6984/delegations`; null when it is none. One
 * that holds a name or a password is none, for addresses are shown and written down.
 */
export function couchAddress(text: string): CouchAddress | null {
  const url = urlOf(text.trim());
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  if (`${url.username}${url.password}${url.search}${url.hash}` !== '') return null;
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const name = decoded(parts.pop() ?? '');
  if (name === null || !databaseName.test(name)) return null;
  const server = [url.origin, ...parts].join('/');
  return { server, space: `${server}/${encodeURIComponent(name)}` };
}

function urlOf(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
