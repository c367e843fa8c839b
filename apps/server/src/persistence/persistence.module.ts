import { Global, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { CLOCK, SERVER_CONFIG, type ServerConfig, sqliteFile } from '../config';
import { awaitDatabase } from './await-database';
import { closeDatabase, type Database, openDatabase } from './data-source';
import { ReadDatabase } from './read-database';
import { StorageWatch } from './storage-watch';
import { DATABASE, UnitOfWork } from './unit-of-work';

@Global()
@Module({
  providers: [
    {
      provide: DATABASE,
      inject: [SERVER_CONFIG, CLOCK],
      useFactory: (config: ServerConfig, clock: Clock): Promise<Database> => {
        const { databaseUrl } = config;
        const location = databaseUrl ? { postgresUrl: databaseUrl } : { sqliteFile: sqliteFile(config) };
        const sayWaiting = (reason: string) =>
          new Logger('Database').warn(`it takes no connections yet (${reason}): trying again`);
        return awaitDatabase(clock, () => openDatabase(location), sayWaiting);
      },
    },
    UnitOfWork,
    ReadDatabase,
    StorageWatch,
  ],
  exports: [DATABASE, UnitOfWork, ReadDatabase],
})
export class PersistenceModule implements OnApplicationShutdown {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await closeDatabase(this.database);
  }
}
