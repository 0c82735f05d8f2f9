import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal';

export interface User {
  readonly name: string | null;
  readonly roles: readonly string[];
}

const nobody: User = { name: null, roles: [] };

export interface Security {
  readonly admins: { readonly names: readonly string[]; readonly roles: readonly string[] };
  readonly members: { readonly names: readonly string[]; readonly roles: readonly string[] };
}

/** Who may sign in, and the cookies of those who did. */
export class Accounts {
  readonly #accounts = new Map<string, { readonly password: string; readonly roles: readonly string[] }>();
  #secret = randomBytes(16);

  add(name: string, password: string, roles: readonly string[]): void {
    this.#accounts.set(name, { password, roles });
  }

  signedIn(name: unknown, password: unknown): User {
    const account = typeof name === 'string' ? this.#accounts.get(name) : undefined;
    if (account === undefined || account.password !== password) {
      throw new Refusal(401, 'unauthorized', 'Name or password is incorrect.');
    }
    return { name: String(name), roles: account.roles };
  }

  cookieOf({ name }: User): string {
    const told = Buffer.from(name ?? '').toString('base64url');
    return `AuthSession=${told}.${this.#mark(told)}; Version=1; Path=/; HttpOnly; Max-Age=600`;
  }

  /** Every cookie is an old one from now on. */
  endSessions(): void {
    this.#secret = randomBytes(16);
  }

  userOf({ headers }: IncomingMessage): User {
    const basic = /^Basic (\S+)$/.exec(headers.authorization ?? '')?.[1];
    if (basic !== undefined) {
      const both = Buffer.from(basic, 'base64').toString('utf8');
      return this.signedIn(both.slice(0, both.indexOf(':')), both.slice(both.indexOf(':') + 1));
    }
    const [, told = '', mark] = /(?:^|;\s*)AuthSession=([\w-]+)\.([\w-]+)/.exec(headers.cookie ?? '') ?? [];
    const name = Buffer.from(told, 'base64url').toString('utf8');
    const account = this.#accounts.get(name);
    return account !== undefined && mark === this.#mark(told) ? { name, roles: account.roles } : nobody;
  }

  #mark(told: string): string {
    return createHmac('sha256', this.#secret).update(told).digest('base64url');
  }
}

export function isServerAdmin({ roles }: User): boolean {
  return roles.includes('_admin');
}

export function isAdmin(user: User, { admins }: Security): boolean {
  return isServerAdmin(user) || isNamed(user, admins);
}

/** Throws for those who may not read the database: 401 for nobody in particular, 403 for somebody. */
export function mustBeMember(user: User, security: Security): void {
  const { members } = security;
  const isPublic = members.names.length + members.roles.length === 0;
  if (isPublic || isAdmin(user, security) || isNamed(user, members)) return;
  if (user.name === null) throw new Refusal(401, 'unauthorized', 'You are not authorized to access this db.');
  throw new Refusal(403, 'forbidden', 'You are not allowed to access this db.');
}

export function mustBeAdmin(user: User, security: Security): void {
  if (!isAdmin(user, security)) throw new Refusal(401, 'unauthorized', 'You are not a db or server admin.');
}

function isNamed({ name, roles }: User, { names, roles: named }: Security['members']): boolean {
  return (name !== null && names.includes(name)) || roles.some((role) => named.includes(role));
}
