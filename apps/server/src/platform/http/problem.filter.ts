import type { IncomingHttpHeaders } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { describeFault, Fault, type Language, languageFromHeader } from '@pandafab/shared';
import { ZodSerializationException, ZodValidationException } from 'nestjs-zod';
import { z } from 'zod';
import { fieldSentence } from './field-sentence';

/** The parts of Fastify's request and reply that this filter uses. */
export interface ProblemRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}
export interface ProblemReply {
  status(code: number): ProblemReply;
  header(name: string, value: string): ProblemReply;
  send(body: unknown): void;
}

/** The answer to a failed request. */
export interface Failed {
  readonly fault: Fault;
  readonly language: Language;
  /** The errors of its fields. */
  readonly errors?: readonly FieldError[] | undefined;
}

interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** Answers every failed request with RFC 9457 problem+json in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  /** @param recognise converts errors of the application's libraries into faults; undefined for unknown ones */
  constructor(private readonly recognise: (error: unknown) => Fault | undefined = () => undefined) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ProblemRequest>();
    const language = languageFromHeader(request.headers['accept-language']);
    const { fault, errors } = this.toFault(error, request, language);
    if (describeFault(fault, language).status >= 500) this.log.error(error, (error as Error)?.stack);
    const reply = http.getResponse<ProblemReply>();
    const wait = secondsToWait(fault);
    if (wait) reply.header('retry-after', wait);
    this.answer(request, reply, { fault, errors, language });
  }

  protected answer(request: ProblemRequest, reply: ProblemReply, { fault, errors, language }: Failed): void {
    reply
      .status(describeFault(fault, language).status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', language)
      .send({ ...problemOf(fault, language, request.url), ...(errors && { errors }) });
  }

  private toFault(
    error: unknown,
    request: ProblemRequest,
    language: Language,
  ): { fault: Fault; errors?: FieldError[] } {
    if (error instanceof Fault) return { fault: error };
    const known = this.recognise(error);
    if (known) return { fault: known };
    if (error instanceof ZodValidationException) return invalid(error.getZodError(), language);
    if (error instanceof z.ZodError && !(error instanceof ZodSerializationException))
      return invalid(error, language);
    const status =
      error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number })?.statusCode;
    if (status === 404)
      return { fault: new Fault('REQUEST.NOT_FOUND', { path: request.url.split('?')[0] ?? '' }) };
    if (status && status >= 400 && status < 500) {
      return { fault: new Fault('REQUEST.INVALID', { reason: (error as Error).message }) };
    }
    return { fault: new Fault('REQUEST.FAILED', { reference: request.id }, { cause: error }) };
  }
}

/** RFC 9457. @param url of the request, with or without its query */
export function problemOf(fault: Fault, language: Language, url: string) {
  const { status, what, cure } = describeFault(fault, language);
  const words = { code: fault.code, title: what, detail: cure, params: fault.details };
  return { type: 'about:blank', status, ...words, instance: url.split('?')[0] };
}

/** Usually enough for a database or a broker to restart. */
const AWAY_SECONDS = 5;

/** The value of Retry-After (RFC 9110 §10.2.3); undefined for a fault that waiting does not solve. */
export function secondsToWait(fault: Fault): string | undefined {
  const { seconds } = fault.details;
  const { status } = describeFault(fault, 'en');
  if (status !== 429 && status !== 503) return undefined;
  if (typeof seconds === 'number') return String(seconds);
  return status === 503 ? String(AWAY_SECONDS) : undefined;
}

function invalid(error: unknown, language: Language): { fault: Fault; errors: FieldError[] } {
  const issues = error instanceof z.ZodError ? error.issues : [];
  const errors = issues.map((issue) => ({
    path: issue.path.join('.'),
    message: fieldSentence(issue, language),
  }));
  const reason = errors
    .map((each) => (each.path ? `${each.path}: ${each.message}` : each.message))
    .join('; ');
  return { fault: new Fault('REQUEST.INVALID', { reason }), errors };
}
