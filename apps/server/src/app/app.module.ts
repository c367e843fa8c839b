import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { type Clock, systemClock, useFaults } from '@pandafab/shared';
import { ZodSerializerInterceptor, ZodValidationPipe } from 'nestjs-zod';
import { PageFilter } from '../pages/public-pages/page.filter';
import { NoticesModule } from '../people/notices/notices.module';
import { AuditWordsModule } from '../platform/audit/audit.module';
import type { ServerConfig } from '../platform/kit/config';
import { CoreModule } from '../platform/kit/core.module';
import { gatherFaults } from '../platform/kit/faults';
import { loggerModule } from '../platform/kit/logging';
import { type LimitSettings, limitSettings } from '../platform/limits/limit-settings';
import { LimitsModule } from '../platform/limits/limits.module';
import { MailModule } from '../platform/mail/mail.module';
import { PersistenceModule } from '../platform/persistence/persistence.module';
import { requestFault } from '../platform/persistence/request-fault';
import { QueuesModule } from '../platform/queues/queues.module';
import { features } from './features';
import { schema } from './schema';

@Module({})
export class AppModule {
  static with(
    config: ServerConfig,
    clock: Clock = systemClock,
    limits: LimitSettings = limitSettings,
  ): DynamicModule {
    useFaults(gatherFaults(features.flatMap(({ faults = [] }) => faults)));
    return {
      module: AppModule,
      imports: [
        CoreModule.with(config, clock, features),
        loggerModule(config.log),
        PersistenceModule.with(schema),
        LimitsModule.with(limits),
        QueuesModule.with(features.flatMap(({ queueJobs = [] }) => queueJobs)),
        AuditWordsModule.with(features.flatMap(({ auditWords = [] }) => auditWords)),
        MailModule.with(features.map(({ mails = {} }) => mails)),
        NoticesModule.with(features.flatMap(({ noticeKinds = [] }) => noticeKinds)),
        ...features.flatMap(({ module }) => module ?? []),
      ],
      providers: [
        { provide: APP_FILTER, useFactory: () => new PageFilter(requestFault) },
        { provide: APP_PIPE, useClass: ZodValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: ZodSerializerInterceptor },
      ],
    };
  }
}
