import type { Socket } from 'node:net';
import { problemOf } from '@pandafab/platform';
import { describeFault, Fault, isFit, languageFromHeader } from '@pandafab/shared';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { sendPage } from '../doorstep/page-reply';
import { faultPage } from '../doorstep/pages';
import { isNavigation } from '../web/navigation';

const PROBLEM = 'application/problem+json; charset=utf-8';

/** Of an address that fits no route; RFC 3986 §2.1 and Fastify’s own codes. */
const faultOf = ({ code }: FastifyError, path: string): Fault =>
  code === 'FST_ERR_BAD_URL'
    ? new Fault('REQUEST.ADDRESS_UNREADABLE', { path })
    : new Fault('REQUEST.NOT_FOUND', { path });

/** Answers a request that Fastify cannot route: it never comes to a controller, nor to a filter. */
export function answerUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageFromHeader(request.headers['accept-language']);
  const fault = faultOf(error, request.url.split('?')[0] ?? '');
  const problem = problemOf(fault, language, request.url);
  if (isNavigation(request)) return sendPage(reply, problem.status, language, faultPage(language, fault));
  reply.status(problem.status).headers({
    ...{ 'content-type': PROBLEM, 'content-language': language },
    ...{ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  });
  reply.send(JSON.stringify(problem));
}

/** Nothing is called by what no text may hold: a zero byte in an address would be PostgreSQL's error. */
export function unfitParam({ params, url }: FastifyRequest): Fault | undefined {
  const given = Object.values((params ?? {}) as Record<string, unknown>);
  const unfit = given.some((value) => typeof value === 'string' && !isFit(value));
  return unfit ? new Fault('REQUEST.NOT_FOUND', { path: url.split('?')[0] ?? '' }) : undefined;
}

const UNREAD: Readonly<Record<string, Fault>> = {
  ERR_HTTP_REQUEST_TIMEOUT: new Fault('REQUEST.TOO_SLOW'),
  HPE_HEADER_OVERFLOW: new Fault('REQUEST.HEADERS_TOO_LARGE'),
};

/** Answers what is no HTTP, or too slow or too long to become a request, as Node's own server does: and hangs up. */
export function answerUnread(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const fault = UNREAD[error.code ?? ''] ?? new Fault('REQUEST.INVALID', { reason: 'HTTP' });
  const body = JSON.stringify(problemOf(fault, 'en', ''));
  const { status } = describeFault(fault, 'en');
  const head = [
    `HTTP/1.1 ${status} ${fault.code}`,
    `Content-Type: ${PROBLEM}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(error);
}
