import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Feature } from '../kit/feature';
import { Mail } from './mail.entity';
import { mailFaults } from './mail.faults';
import { MailService } from './mail.service';
import { MailOutcomes } from './mail-outcomes';
import { MAILS, MailOwners } from './mail-owners';
import { MailRegistrations } from './mail-registrations';
import { MailSender } from './mail-sender';
import type { MailTemplates } from './mail-template';
import { sendMail } from './send-mail.job';

/** Mail to people. */
@Global()
@Module({})
export class MailModule {
  static with(mails: readonly MailTemplates[]): DynamicModule {
    return {
      module: MailModule,
      providers: [
        { provide: MAILS, useValue: mails },
        MailOwners,
        MailSender,
        MailService,
        MailOutcomes,
        MailRegistrations,
      ],
      exports: [MailOwners, MailService],
    };
  }
}

export const mail: Feature = { tables: [Mail], queueJobs: [sendMail], faults: [mailFaults] };
