import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { builtEntry } from '../built-entry';

/**
 * Scripts and styles of the web app. Their names change with their contents, so browsers keep them for ever; they were
 * compressed when they were built.
 */
export async function serveWebAssets(app: NestFastifyApplication): Promise<void> {
  const root = builtEntry('web/assets');
  if (!existsSync(root)) return;
  await app.register(fastifyStatic, {
    root,
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    decorateReply: false,
  });
}
