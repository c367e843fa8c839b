import type { Language } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';

/**
 * No script, no frame, nothing from elsewhere. Not `no-referrer`: browsers then post forms with the origin `null`,
 * which cannot be told from another site's; `same-origin` keeps the set-up code from other sites as well.
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
