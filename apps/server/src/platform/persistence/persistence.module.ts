import {
  type DynamicModule,
  Global,
  Inject,
  Logger,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { CLOCK, SERVER_CONFIG, type ServerConfig, sqliteFile } from '../kit/config';
import { awaitDatabase } from './await-database';
import { closeDatabase, type Database, openDatabase } from './data-source';
import { ReadDatabase } from './read-database';
import type { Schema } from './schema';
import { StorageWatch } from './storage-watch';
import { DATABASE, UnitOfWork } from './unit-of-work';

@Global()
@Module({})
export class PersistenceModule implements OnApplicationShutdown {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  static with(schema: Schema): DynamicModule {
    const database = {
      provide: DATABASE,
      inject: [SERVER_CONFIG, CLOCK],
      useFactory: (config: ServerConfig, clock: Clock) => openWhenThere(config, clock, schema),
    };
    return {
      module: PersistenceModule,
      providers: [database, UnitOfWork, ReadDatabase, StorageWatch],
      exports: [DATABASE, UnitOfWork, ReadDatabase],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await closeDatabase(this.database);
  }
}

function openWhenThere(config: ServerConfig, clock: Clock, schema: Schema): Promise<Database> {
  const { databaseUrl } = config;
  const location = databaseUrl ? { postgresUrl: databaseUrl } : { sqliteFile: sqliteFile(config) };
  const sayWaiting = (reason: string) =>
    new Logger('Database').warn(`it does not accept connections yet (${reason}): trying again`);
  return awaitDatabase(clock, () => openDatabase(location, schema), sayWaiting);
}
