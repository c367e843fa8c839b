import type { ServerConfig } from '../config';

export const SESSION_COOKIE = 'pandafab_session';

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

/** Without a lifetime: a browser on a neighbourhood centre's shared computer forgets it when it is closed. */
export function setSessionCookie(reply: CookieReply, secret: string, config: ServerConfig): void {
  reply.setCookie(SESSION_COOKIE, secret, options(config));
}

export function clearSessionCookie(reply: CookieReply, config: ServerConfig): void {
  reply.clearCookie(SESSION_COOKIE, options(config));
}
