import { Agent, type IncomingMessage, request } from 'node:http';

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

/** Connections stay open for the next request, as those of a browser do. */
const agent = new Agent({ keepAlive: true });

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
    const { bytes, type } = await encode(options.body);
    const answer = await this.send(method, path, bytes, {
      'accept-language': 'en',
      ...(type && { 'content-type': type }),
      ...(this.token && { authorization: `Bearer ${this.token}` }),
      ...(this.cookies.size > 0 && { cookie: this.cookieHeader }),
      ...options.headers,
    });
    this.keepCookies(answer.headers['set-cookie'] ?? []);
    const text = await textOf(answer);
    const isJson = answer.headers['content-type']?.includes('json') && text !== '';
    return {
      status: answer.statusCode ?? 0,
      get headers() {
        return headersOf(answer);
      },
      body: (isJson ? JSON.parse(text) : undefined) as Body,
      text,
    };
  }

  /** By `node:http`: `fetch` takes several times as long, and the tests make tens of thousands of requests. */
  private send(
    method: string,
    path: string,
    body: Buffer | undefined,
    headers: Record<string, string>,
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const outgoing = request(this.baseUrl + path, { method, headers, agent }, resolve);
      outgoing.on('error', reject);
      outgoing.end(body);
    });
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

  private keepCookies(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = ''] = line.split(';');
      const equals = pair.indexOf('=');
      const value = pair.slice(equals + 1);
      if (value === '') this.cookies.delete(pair.slice(0, equals));
      else this.cookies.set(pair.slice(0, equals), value);
    }
  }
}

/** In bytes: with a text Node would write the headers in the encoding of the text. */
async function encode(body: unknown): Promise<{ bytes?: Buffer; type?: string | null }> {
  if (body === undefined) return {};
  if (!(body instanceof FormData || body instanceof URLSearchParams))
    return { bytes: Buffer.from(JSON.stringify(body)), type: 'application/json' };
  const form = new Response(body);
  return { bytes: Buffer.from(await form.arrayBuffer()), type: form.headers.get('content-type') };
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part);
  return Buffer.concat(parts).toString();
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  return headers;
}
