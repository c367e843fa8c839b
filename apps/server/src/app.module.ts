import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { loggerModule, ProblemFilter } from '@pandafab/platform';
import { type Clock, systemClock } from '@pandafab/shared';
import { ZodValidationPipe } from 'nestjs-zod';
import { AccountsModule } from './accounts/accounts.module';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from './config';
import { PersistenceModule } from './persistence/persistence.module';

/** What every module may ask for: the settings and the clock. */
@Global()
@Module({})
class CoreModule {
  static with(config: ServerConfig, clock: Clock): DynamicModule {
    return {
      module: CoreModule,
      providers: [
        { provide: SERVER_CONFIG, useValue: config },
        { provide: CLOCK, useValue: clock },
      ],
      exports: [SERVER_CONFIG, CLOCK],
    };
  }
}

@Module({})
export class AppModule {
  static with(config: ServerConfig, clock: Clock = systemClock): DynamicModule {
    return {
      module: AppModule,
      imports: [CoreModule.with(config, clock), loggerModule(config.log), PersistenceModule, AccountsModule],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: ZodValidationPipe },
      ],
    };
  }
}
