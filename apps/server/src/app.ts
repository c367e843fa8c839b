import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Clock } from '@pandafab/shared';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import type { ServerConfig } from './config';

const MAX_JSON_BYTES = 1024 * 1024;

/** Builds the whole service, ready to listen. */
export async function createApp(config: ServerConfig, clock?: Clock): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_JSON_BYTES,
    genReqId: () => randomUUID(),
    trustProxy: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, clock), adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api', { exclude: ['/', 'setup'] });
  await app.register(cookie);
  // Fields may be few and short; the file itself is limited where it is written.
  await app.register(multipart, {
    limits: { fieldSize: 10_000, fields: 20, files: 1, fileSize: config.maxUploadBytes },
  });
  app.enableShutdownHooks();
  return app;
}
