import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { loggerModule } from '@pandafab/platform';
import { type Clock, systemClock } from '@pandafab/shared';
import { ZodSerializerInterceptor, ZodValidationPipe } from 'nestjs-zod';
import { AccountsModule } from './accounts/accounts.module';
import { AnalysisModule } from './analysis/analysis.module';
import { ApiModule } from './api/api.module';
import { AuditModule } from './audit/audit.module';
import { BaseUrl } from './base-url';
import { BillingModule } from './billing/billing.module';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from './config';
import { DoorstepModule } from './doorstep/doorstep.module';
import { FilesModule } from './files/files.module';
import { GuardModule } from './guard/guard.module';
import { HealthModule } from './health/health.module';
import { InductionsModule } from './inductions/inductions.module';
import { JobsModule } from './jobs/jobs.module';
import { LabsModule } from './labs/labs.module';
import { type LimitSettings, limitSettings } from './limits/limit-settings';
import { LimitsModule } from './limits/limits.module';
import { LinkModule } from './link/link.module';
import { LiveModule } from './live/live.module';
import { MailModule } from './mail/mail.module';
import { MatchingModule } from './matching/matching.module';
import { MaterialsModule } from './materials/materials.module';
import { OrganisationsModule } from './organisations/organisations.module';
import { PeopleModule } from './people/people.module';
import { PersistenceModule } from './persistence/persistence.module';
import { requestFault } from './persistence/request-fault';
import { QueuesModule } from './queues/queues.module';
import { RetentionModule } from './retention/retention.module';
import { UploadsModule } from './uploads/uploads.module';
import { PageFilter } from './web/page.filter';

/** What every module may ask for: the settings, the clock, and where people reach the service. */
@Global()
@Module({})
class CoreModule {
  static with(config: ServerConfig, clock: Clock): DynamicModule {
    return {
      module: CoreModule,
      providers: [{ provide: SERVER_CONFIG, useValue: config }, { provide: CLOCK, useValue: clock }, BaseUrl],
      exports: [SERVER_CONFIG, CLOCK, BaseUrl],
    };
  }
}

@Module({})
export class AppModule {
  static with(
    config: ServerConfig,
    clock: Clock = systemClock,
    limits: LimitSettings = limitSettings,
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.with(config, clock),
        loggerModule(config.log),
        PersistenceModule,
        QueuesModule,
        LimitsModule.with(limits),
        LinkModule,
        FilesModule,
        MailModule,
        PeopleModule,
        OrganisationsModule,
        AccountsModule,
        AuditModule,
        GuardModule,
        InductionsModule,
        LabsModule,
        MaterialsModule,
        AnalysisModule,
        MatchingModule,
        JobsModule,
        UploadsModule,
        BillingModule,
        LiveModule,
        HealthModule,
        RetentionModule,
        ApiModule,
        DoorstepModule,
      ],
      providers: [
        { provide: APP_FILTER, useFactory: () => new PageFilter(requestFault) },
        { provide: APP_PIPE, useClass: ZodValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: ZodSerializerInterceptor },
      ],
    };
  }
}
