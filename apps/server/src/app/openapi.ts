import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { buildApiDocument } from '../platform/http/api-document';
import { readConfig } from '../platform/kit/config';
import { applyPaths } from './app';
import { AppModule } from './app.module';

/** The API's description as text. It starts nothing: no database, no Redis, no broker. */
export async function describeApi(): Promise<string> {
  const app = await NestFactory.create(AppModule.with(readConfig({})), new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  applyPaths(app);
  return `${JSON.stringify(buildApiDocument(app), null, 2)}\n`;
}

if (require.main === module) {
  describeApi().then(
    (text) => process.stdout.write(text),
    (error: Error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exitCode = 1;
    },
  );
}
