import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { SERVER_CONFIG, type ServerConfig, sqliteFile } from '../config';
import { closeDatabase, type Database, openDatabase } from './data-source';
import { ReadDatabase } from './read-database';
import { DATABASE, UnitOfWork } from './unit-of-work';

@Global()
@Module({
  providers: [
    {
      provide: DATABASE,
      inject: [SERVER_CONFIG],
      useFactory: (config: ServerConfig): Promise<Database> =>
        openDatabase(
          config.databaseUrl ? { postgresUrl: config.databaseUrl } : { sqliteFile: sqliteFile(config) },
        ),
    },
    UnitOfWork,
    ReadDatabase,
  ],
  exports: [DATABASE, UnitOfWork, ReadDatabase],
})
export class PersistenceModule implements OnApplicationShutdown {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await closeDatabase(this.database);
  }
}
