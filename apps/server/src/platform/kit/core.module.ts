import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { BaseUrl } from './base-url';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from './config';
import { FEATURES, type Feature } from './feature';

/** Values for every module: the settings, the clock, the features, and the address of the service. */
@Global()
@Module({})
export class CoreModule {
  static with(config: ServerConfig, clock: Clock, features: readonly Feature[]): DynamicModule {
    return {
      module: CoreModule,
      providers: [
        { provide: SERVER_CONFIG, useValue: config },
        { provide: CLOCK, useValue: clock },
        { provide: FEATURES, useValue: features },
        BaseUrl,
      ],
      exports: [SERVER_CONFIG, CLOCK, FEATURES, BaseUrl],
    };
  }
}
