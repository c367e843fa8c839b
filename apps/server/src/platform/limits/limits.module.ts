import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Counters } from './counters';
import { LIMIT_SETTINGS, type LimitSettings } from './limit-settings';
import { Limits } from './limits.service';
import { RequestLimit } from './request-limit';
import { SignInLimit } from './sign-in-limit';

/** Rate limits. */
@Global()
@Module({})
export class LimitsModule {
  static with(settings: LimitSettings): DynamicModule {
    return {
      module: LimitsModule,
      providers: [
        { provide: LIMIT_SETTINGS, useValue: settings },
        Counters,
        Limits,
        RequestLimit,
        SignInLimit,
      ],
      exports: [Limits, RequestLimit, SignInLimit],
    };
  }
}
