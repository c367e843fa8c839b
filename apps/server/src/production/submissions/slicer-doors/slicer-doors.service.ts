import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type Clock, describeFault, Fault, languageFromHeader } from '@pandafab/shared';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { leave } from '../../../platform/http/read-file-form';
import { BaseUrl } from '../../../platform/kit/base-url';
import { CLOCK } from '../../../platform/kit/config';
import { challenge } from './digest';
import { type OpenCall } from './door';
import { DoorKeeper } from './door-keeper.service';
import { DoorRoutes } from './door-routes.service';
import { answerTo, faultFor, send } from './slicer-answers';

/** The first segment of all addresses for slicers. */
const PATH = '/s/*';
/** A slicer that is refused still sends, and shows the answer only if the connection lives long enough. */
const LINGER_MS = 30_000;

/** Slicers that run in a browser are pages of other sites. They show their key; no cookie and no password counts. */
const FROM_ANY_PAGE = ['access-control-allow-origin', '*'] as const;
const PAGES_MAY = {
  'access-control-allow-methods': 'GET, POST, PUT',
  'access-control-allow-headers': 'X-Api-Key, Authorization, Content-Type, Overwrite, Print-After-Upload',
  'access-control-max-age': '7200',
};
const allowPages = (reply: FastifyReply): FastifyReply =>
  reply
    .status(204)
    .header(...FROM_ANY_PAGE)
    .headers(PAGES_MAY)
    .send();

/**
 * The addresses of slicers. They are not controllers of Nest: slicers know no cookies and no problem+json, their
 * bodies are of any type, and nothing may read a body before its door does.
 */
@Injectable()
export class SlicerDoors implements OnModuleInit {
  private readonly log = new Logger('Slicers');
  /** Content types as they were sent. */
  private readonly types = new WeakMap<FastifyRequest, string>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly http: HttpAdapterHost,
    private readonly baseUrl: BaseUrl,
    private readonly routes: DoorRoutes,
    private readonly keeper: DoorKeeper,
  ) {}

  onModuleInit(): void {
    const server = this.http.httpAdapter?.getInstance() as FastifyInstance | undefined;
    // There is no server where only the API is described. Waiting for the scope here would start Fastify before Nest
    // gives it the handler of errors.
    void server?.register(async (scope) => {
      scope.addHook('onRequest', async (request) => this.hideType(request));
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, _body, done) => done(null));
      for (const method of ['GET', 'POST', 'PUT'] as const)
        scope.route({ method, url: PATH, handler: (request, reply) => this.handle(request, reply) });
      scope.route({ method: 'OPTIONS', url: PATH, handler: (_request, reply) => allowPages(reply) });
    });
  }

  /** Fastify refuses content types that are not well-formed; Cura sends such. */
  private hideType(request: FastifyRequest): void {
    const { headers } = request.raw;
    if (headers['content-type'] === undefined) return;
    this.types.set(request, headers['content-type']);
    headers['content-type'] = 'application/octet-stream';
  }

  private async handle(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const began = this.clock.now();
    let language = languageFromHeader(request.headers['accept-language']);
    try {
      const { route, ...found } = await this.routes.find(request);
      const call: OpenCall = { request, contentType: this.types.get(request), began, language, ...found };
      if (route.isOpen) send(reply, await route.answer(call));
      else {
        if (request.headers.origin !== undefined) reply.header(...FROM_ANY_PAGE);
        const caller = await this.keeper.admit(request);
        language = caller.language ?? language;
        send(reply, await route.answer({ ...call, language, caller }));
      }
      request.raw.resume();
    } catch (error) {
      const fault = faultFor(error, request.id);
      const answer = answerTo(fault, language, `${this.baseUrl.get()}/account`);
      if (describeFault(fault, 'en').status >= 500) this.log.error(error, (error as Error)?.stack);
      if (answer.status === 401) this.challenge(request, reply, fault);
      leave(request.raw, LINGER_MS);
      send(reply, answer);
    }
    return reply;
  }

  /** RFC 7616: without it, libcurl does not sign. A page's own request gets none: the browser would open a dialog. */
  private challenge({ url }: FastifyRequest, reply: FastifyReply, { code }: Fault): void {
    if (/\/api\//.test(url))
      reply.header('www-authenticate', challenge(this.clock.now(), code === 'SLICER.KEY_STALE'));
  }
}
