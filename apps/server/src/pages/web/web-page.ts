import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyReply } from 'fastify';
import { builtEntry } from '../../platform/kit/built-entry';

const NONCE_PLACE = 'name="csp-nonce" content=""';

/** The HTML page of the app, read for each request: it is under one kilobyte, and a new build shows immediately. */
const builtPage = (): string => readFileSync(builtEntry('web/index.html'), 'utf8');

/**
 * Only our own scripts, no inline scripts. Inline styles must carry this page's nonce: Mantine makes them for its
 * colours. Pictures from data: and blob: are previews that the page makes itself.
 */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The page of the web app. The caller has checked that the person is signed in. */
export function sendWebPage(reply: FastifyReply): void {
  const nonce = randomBytes(16).toString('base64');
  reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy(nonce),
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
      vary: 'Cookie',
    })
    .send(builtPage().replace(NONCE_PLACE, NONCE_PLACE.replace('""', `"${nonce}"`)));
}
