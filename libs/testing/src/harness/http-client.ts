/** The problem+json of every failed request. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  /** The body of a JSON answer; undefined for another type. */
  readonly body: Body;
  readonly text: string;
}

export interface RequestOptions {
  /** Sent as JSON, except FormData and URLSearchParams. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A small browser or program: keeps cookies, or sends a token; reads JSON; never follows a redirect. */
export class HttpClient {
  private readonly cookies = new Map<string, string>();

  constructor(
    readonly baseUrl: string,
    readonly token?: string,
  ) {}

  /** `path` begins with a slash. `Body` is the type that the caller expects; it is not checked. */
  async request<Body = Problem>(
    method: string,
    path: string,
    options: RequestOptions = {},
  ): Promise<Answer<Body>> {
    const { body } = options;
    const raw = body instanceof FormData || body instanceof URLSearchParams;
    const response = await fetch(this.baseUrl + path, {
      method,
      redirect: 'manual',
      headers: {
        'accept-language': 'en',
        ...(body !== undefined && !raw && { 'content-type': 'application/json' }),
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(this.cookies.size > 0 && { cookie: this.cookieHeader }),
        ...options.headers,
      },
      body: raw ? body : body === undefined ? null : JSON.stringify(body),
    });
    this.keepCookies(response.headers);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : undefined) as Body,
      text,
    };
  }

  get = <Body = Problem>(path: string, options?: RequestOptions) => this.request<Body>('GET', path, options);
  post = <Body = Problem>(path: string, body?: unknown, options?: RequestOptions) =>
    this.request<Body>('POST', path, { ...options, body });
  patch = <Body = Problem>(path: string, body?: unknown, options?: RequestOptions) =>
    this.request<Body>('PATCH', path, { ...options, body });
  delete = <Body = Problem>(path: string, options?: RequestOptions) =>
    this.request<Body>('DELETE', path, options);

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  private get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const equals = pair.indexOf('=');
      const value = pair.slice(equals + 1);
      if (value === '') this.cookies.delete(pair.slice(0, equals));
      else this.cookies.set(pair.slice(0, equals), value);
    }
  }
}
