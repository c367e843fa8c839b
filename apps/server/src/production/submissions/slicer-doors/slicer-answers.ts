import { describeFault, Fault, type Language } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';
import { secondsToWait } from '../../../platform/http/problem.filter';
import { requestFault } from '../../../platform/persistence/request-fault';
import type { Answer } from './door';
import { brief } from './words';

/** Sends an answer of a door. Texts have no charset: Cura shows a text only if its type is exactly `text/plain`. */
export function send(reply: FastifyReply, { status, json, text, headers = {} }: Answer): void {
  reply.status(status).headers(headers);
  if (json !== undefined) reply.type('application/json; charset=utf-8').send(JSON.stringify(json));
  else if (text !== undefined)
    reply.header('content-type', headers['content-type'] ?? 'text/plain').send(Buffer.from(text));
  else reply.send();
}

/**
 * Cura shows a fixed and wrong sentence for 409, that the file is being printed. 507: the person’s uploads are full
 * (RFC 4918 §11.5).
 */
function statusFor({ code }: Fault, status: number): number {
  if (status !== 409) return status;
  return code.startsWith('UPLOAD.') ? 507 : 422;
}

/** The fault of any error. @param reference of the request, by which it is found in the log */
export const faultFor = (error: unknown, reference: string): Fault =>
  error instanceof Fault
    ? error
    : (requestFault(error) ?? new Fault('REQUEST.FAILED', { reference }, { cause: error }));

/** A fault as a slicer shows it: one short sentence, then an address where the person learns more. */
export function answerTo(fault: Fault, language: Language, page: string): Answer {
  const { status, what } = describeFault(fault, language, 'maker');
  const wait = secondsToWait(fault);
  return {
    status: statusFor(fault, status),
    text: `${brief(what)}\n${page}`,
    headers: { 'content-language': language, ...(wait && { 'retry-after': wait }) },
  };
}
