import type { Provider, Type } from '@nestjs/common';

/**
 * Starts a Nest module of these providers, as the server starts its own, and stops it again. `DATABASE` has the entities
 * `tables`, and no rows.
 * @throws the error that made the start fail
 */
export async function startModule(providers: Provider[], tables: readonly Type[] = []): Promise<void> {
  const { NestFactory } = require('@nestjs/core') as typeof import('@nestjs/core');
  const { DataSource } = require('typeorm') as typeof import('typeorm');
  const { DATABASE } =
    require('../../../../apps/server/src/platform/persistence/unit-of-work') as typeof import('../../../../apps/server/src/platform/persistence/unit-of-work');
  const reader = new DataSource({ type: 'sqlite', database: ':memory:', entities: [...tables] });
  await reader.initialize();
  const database = { provide: DATABASE, useValue: { reader, writer: reader } };
  try {
    const started = await NestFactory.createApplicationContext(
      { module: class {}, providers: [database, ...providers] },
      { logger: false, abortOnError: false },
    );
    await started.close();
  } finally {
    await reader.destroy();
  }
}
