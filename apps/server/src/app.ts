import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock, onlyFit } from '@pandafab/shared';
import { Logger } from 'nestjs-pino';
import { buildApiDocument } from './api/api-document';
import { ApiDescription } from './api/openapi.controller';
import { answerUnread, answerUnroutable, unfitParam } from './api/unreadable';
import { AppModule } from './app.module';
import { inRequest } from './audit/request-context';
import type { ServerConfig } from './config';
import { DOORSTEP_PATHS } from './doorstep/paths';
import { limitBody } from './limits/body-limit';
import { type LimitSettings, limitSettings } from './limits/limit-settings';
import { securityHeaders } from './security-headers';
import { answerUnknownAddresses } from './web/navigation';
import { serveWebAssets } from './web/web-assets';
import { WEB_PATHS } from './web/web-paths';

/** As much of what a browser calls itself as is kept. */
const MAX_USER_AGENT = 200;
/** The longest that a path holds is a SHA-256, of 64 characters. */
const MAX_PARAM_LENGTH = 100;
const MAX_JSON_BYTES = 1024 * 1024;
/** How long requests under way have to end when the server stops: an upload may take an hour. */
const LAST_REQUESTS_MS = 3000;

/** Everything answers under /api, but the pages that people open. */
export function applyPaths(app: INestApplication): void {
  app.setGlobalPrefix('api', { exclude: [...DOORSTEP_PATHS, ...WEB_PATHS] });
}

export interface Route {
  readonly method: string;
  /** With its parameters, such as `/api/v1/jobs/:id`. */
  readonly path: string;
}

/** What tests want to be otherwise. */
export interface AppOptions {
  readonly clock?: Clock | undefined;
  readonly limits?: LimitSettings | undefined;
  /** Told of every route that answers: whoever checks the rights of all of them. */
  readonly onRoute?: (route: Route) => void;
}

/** Builds the whole service, ready to listen. */
export async function createApp(
  config: ServerConfig,
  { clock, limits = limitSettings, onRoute = () => {} }: AppOptions = {},
): Promise<NestFastifyApplication> {
  const { headersMs, silentMs, requestMs, checkedEveryMs } = limits.connections;
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_JSON_BYTES,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    connectionTimeout: silentMs,
    requestTimeout: requestMs,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: checkedEveryMs },
    genReqId: () => randomUUID(),
    // Anyone can write these headers, and the limit of failed sign-ins counts by address.
    trustProxy: config.trustedProxies,
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerUnread,
  });
  adapter.getInstance().addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) onRoute({ method: each, path: url });
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, clock, limits),
    adapter,
    {
      bufferLogs: true,
      abortOnError: false,
    },
  );
  app.useLogger(app.get(Logger));
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      limitBody(request.raw, limits.connections);
      // Nearly every answer tells about people; what may be kept says so itself.
      reply.header('cache-control', 'no-store');
      const userAgent = onlyFit(request.headers['user-agent'] ?? '').slice(0, MAX_USER_AGENT);
      inRequest({ requestId: request.id, address: request.ip, userAgent }, done);
    });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => done(unfitParam(request)));
  applyPaths(app);
  app.get(ApiDescription).from(() => buildApiDocument(app));
  await app.register(helmet, securityHeaders(config));
  await serveWebAssets(app);
  await app.register(cookie);
  // After the cookies are read: whoever is signed in is told within the app.
  answerUnknownAddresses(app);
  // Fields may be few and short; the file itself is limited where it is written, with a message of ours.
  await app.register(multipart, {
    limits: { fieldSize: 10_000, fields: 20, files: 1, fileSize: Number.POSITIVE_INFINITY },
  });
  const server: Server = app.getHttpServer();
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preClose', async () => {
      setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS).unref();
    });
  app.enableShutdownHooks();
  return app;
}
