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
import { answerUnknownAddresses } from '../pages/public-pages/navigation';
import { PUBLIC_PAGE_PATHS } from '../pages/public-pages/paths';
import { answerUnread, answerUnroutable, unfitParam } from '../pages/public-pages/unreadable';
import { serveWebAssets } from '../pages/web/web-assets';
import { KIOSK_PATH, WEB_PATHS } from '../pages/web/web-paths';
import type { ServerConfig } from '../platform/kit/config';
import { inRequest } from '../platform/kit/request-context';
import { securityHeaders } from '../platform/kit/security-headers';
import { limitBody } from '../platform/limits/body-limit';
import { type LimitSettings, limitSettings } from '../platform/limits/limit-settings';
import { AppModule } from './app.module';

/** The part of a browser's User-Agent that is kept. */
const MAX_USER_AGENT = 200;
/** The longest path parameter is a SHA-256, of 64 characters. */
const MAX_PARAM_LENGTH = 100;
const MAX_JSON_BYTES = 1024 * 1024;
/** How long requests in progress may take to end when the server stops: an upload can take an hour. */
const LAST_REQUESTS_MS = 3000;

/** All routes are under /api, except the pages that people open. */
export function applyPaths(app: INestApplication): void {
  app.setGlobalPrefix('api', { exclude: [...PUBLIC_PAGE_PATHS, ...WEB_PATHS, KIOSK_PATH] });
}

export interface Route {
  readonly method: string;
  /** With its parameters, such as `/api/v1/jobs/:id`. */
  readonly path: string;
}

/** Changes for tests. */
export interface AppOptions {
  readonly clock?: Clock | undefined;
  readonly limits?: LimitSettings | undefined;
  /** Called with every route, so that a test can check the rights of all of them. */
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
    // Any client can write these headers, and the limit of failed sign-ins counts by address.
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
      // The signature of a webhook is over the bytes of its body.
      rawBody: true,
    },
  );
  app.useLogger(app.get(Logger));
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      limitBody(request.raw, limits.connections);
      // Nearly every answer has data about people; an answer that may be cached sets its own header.
      reply.header('cache-control', 'no-store');
      const userAgent = onlyFit(request.headers['user-agent'] ?? '').slice(0, MAX_USER_AGENT);
      inRequest({ requestId: request.id, address: request.ip, userAgent }, done);
    });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => done(unfitParam(request)));
  applyPaths(app);
  await app.register(helmet, securityHeaders(config));
  await serveWebAssets(app);
  await app.register(cookie);
  // After the cookies are read: a person who is signed in gets the error page inside the app.
  answerUnknownAddresses(app);
  // The form may have few, short fields. The file itself is limited where it is written, with a fault of the service.
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
