import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { builtEntry } from '../../platform/kit/built-entry';

/**
 * Scripts and styles of the web app. Their names change with their contents, so browsers can cache them for ever; the
 * build has already compressed them.
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
