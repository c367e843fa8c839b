import type { ServerConfig } from '../kit/config';

export const SESSION_COOKIE = 'pandafab_session';
/** Identifies a browser that signed in before. It gives no access. */
export const DEVICE_COOKIE = 'pandafab_device';
/** How long an account knows such a browser. */
export const DEVICE_KNOWN_MS = 180 * 24 * 3_600_000;

/** The secrets of the session cookie and of the device cookie, both set when a person signs in. */
export interface SignedIn {
  readonly session: string;
  readonly device: string;
}

/** The parts of Fastify's request and reply, with @fastify/cookie, that sessions use. */
export interface CookieRequest {
  readonly cookies: Readonly<Record<string, string | undefined>>;
}
export interface CookieReply {
  setCookie(name: string, value: string, options: object): unknown;
  clearCookie(name: string, options: object): unknown;
}

const options = (config: ServerConfig) => ({
  httpOnly: true,
  sameSite: 'strict',
  secure: config.secureCookies,
  path: '/',
});

export const sessionSecretOf = (request: CookieRequest): string | undefined =>
  request.cookies[SESSION_COOKIE];

export const deviceSecretOf = (request: CookieRequest): string | undefined => request.cookies[DEVICE_COOKIE];

/**
 * The session cookie has no lifetime: the browser on a neighbourhood centre's shared computer deletes it when it is
 * closed. The device cookie stays, also after signing out: it tells a returning person from a stranger who guesses
 * passwords.
 */
export function setSessionCookie(
  reply: CookieReply,
  { session, device }: SignedIn,
  config: ServerConfig,
): void {
  reply.setCookie(SESSION_COOKIE, session, options(config));
  reply.setCookie(DEVICE_COOKIE, device, { ...options(config), maxAge: DEVICE_KNOWN_MS / 1000 });
}

export function clearSessionCookie(reply: CookieReply, config: ServerConfig): void {
  reply.clearCookie(SESSION_COOKIE, options(config));
}
