/** How a device signs in. */
export interface Credentials {
  /** `session`: the password is sent once and a cookie from then on. `basic`: for servers behind something that asks so. */
  readonly kind: 'session' | 'basic';
  readonly name: string;
  readonly password: string;
}

/** Signs in by a session's cookie or by `Authorization`; holds the cookie, which is nobody else's. */
export class SignIn {
  #cookie: string | null = null;
  #under: Promise<void> | null = null;

  constructor(
    private readonly credentials: Credentials | null,
    /** Sends the name and the password, and notes the cookie by `remember`. */
    private readonly begin: (credentials: Credentials) => Promise<void>,
  ) {}

  get isSession(): boolean {
    return this.credentials?.kind === 'session';
  }

  /** The header that a request carries; begins a session when there is none. */
  async header(): Promise<Record<string, string>> {
    const { credentials } = this;
    if (credentials === null) return {};
    if (credentials.kind === 'basic') {
      const both = Buffer.from(`${credentials.name}:${credentials.password}`, 'utf8').toString('base64');
      return { authorization: `Basic ${both}` };
    }
    if (this.#cookie === null) await this.#renewed(credentials);
    return this.#cookie === null ? {} : { cookie: `AuthSession=${this.#cookie}` };
  }

  /** The session of a request that was not let in is over; one that began meanwhile is not. */
  forget(header: Record<string, string>): void {
    if (header['cookie'] === `AuthSession=${this.#cookie ?? ''}`) this.#cookie = null;
  }

  /** CouchDB renews a session that is soon over with any answer. */
  remember(setCookie: string | null): void {
    const cookie = /(?:^|,\s*)AuthSession=([^;,\s]+)/.exec(setCookie ?? '')?.[1];
    if (cookie !== undefined && this.isSession) this.#cookie = cookie;
  }

  async #renewed(credentials: Credentials): Promise<void> {
    // Requests that go out together begin one session and not one each.
    this.#under ??= this.begin(credentials).finally(() => {
      this.#under = null;
    });
    await this.#under;
  }
}
