import type { Socket } from 'node:net';
import { describeFault, Fault, isFit, languageFromHeader } from '@pandafab/shared';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from '../../platform/http/problem.filter';
import { isNavigation } from './navigation';
import { sendPage } from './page-reply';
import { faultPage } from './pages';

const PROBLEM = 'application/problem+json; charset=utf-8';

/** The fault for a request without a route, by Fastify’s code: its address is unreadable (RFC 3986 §2.1) or unknown. */
const faultOf = ({ code }: FastifyError, path: string): Fault =>
  code === 'FST_ERR_BAD_URL'
    ? new Fault('REQUEST.ADDRESS_UNREADABLE', { path })
    : new Fault('REQUEST.NOT_FOUND', { path });

/** Answers a request that Fastify cannot route: it never reaches a controller or a filter. */
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

/** No name contains a zero byte: in an address, it would become an error of PostgreSQL. */
export function unfitParam({ params, url }: FastifyRequest): Fault | undefined {
  const given = Object.values((params ?? {}) as Record<string, unknown>);
  const unfit = given.some((value) => typeof value === 'string' && !isFit(value));
  return unfit ? new Fault('REQUEST.NOT_FOUND', { path: url.split('?')[0] ?? '' }) : undefined;
}

const UNREAD: Readonly<Record<string, Fault>> = {
  ERR_HTTP_REQUEST_TIMEOUT: new Fault('REQUEST.TOO_SLOW'),
  HPE_HEADER_OVERFLOW: new Fault('REQUEST.HEADERS_TOO_LARGE'),
};

/** Answers data that is not HTTP, or is too slow or too long for a request, as Node's server does, and disconnects. */
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
