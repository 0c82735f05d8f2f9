/** A server of the tests: random port, authentication on, one administrator. */
export interface TestCouch {
  /** The server's address, without a slash at its end. */
  readonly url: string;
  readonly admin: { readonly name: string; readonly password: string };
  close(): Promise<void>;
}

export const testAdmin = { name: 'boss', password: 'the-boss-s-secret' } as const;

export interface Said {
  readonly status: number;
  readonly json: unknown;
}

/** Asks a server as its administrator, or as who is named. */
export async function asking(
  { url }: { readonly url: string },
  method: string,
  path: string,
  json?: unknown,
  user: { readonly name: string; readonly password: string } | null = testAdmin,
): Promise<Said> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      accept: 'application/json',
      ...(user && { authorization: `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}` }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  const text = await answer.text();
  return { status: answer.status, json: text === '' ? null : (JSON.parse(text) as unknown) };
}

/** An officer who is a member of the spaces of the tests. */
export const officer = { name: 'chan', password: 'sample-passw\u00f6rd' } as const;

/** A space with one member, made by the administrator. */
export async function madeSpace(couch: TestCouch, name = 'delegations'): Promise<string> {
  await asking(couch, 'PUT', `/_users/org.couchdb.user:${officer.name}`, {
    _id: `org.couchdb.user:${officer.name}`,
    ...{ type: 'user', name: officer.name, password: officer.password, roles: ['attache'] },
  });
  await asking(couch, 'PUT', `/${name}`);
  const nobody = { names: [], roles: [] };
  await asking(couch, 'PUT', `/${name}/_security`, { admins: nobody, members: { names: [], roles: ['attache'] } });
  return `${couch.url}/${name}`;
}
