import type { Language } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';

/**
 * No script, no frame, nothing from other sites. Not `no-referrer`: browsers then post forms with the origin `null`,
 * which looks the same as a post from another site; `same-origin` also keeps the set-up code from other sites.
 */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  vary: 'Accept-Language, Cookie',
};

export function sendPage(reply: FastifyReply, status: number, language: Language, page: string): void {
  reply
    .status(status)
    .headers({ ...HEADERS, 'content-language': language })
    .send(page);
}
