import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { mailCheckAudit } from './mail-check.audit';
import { MailCheckController } from './mail-check.controller';
import { testMails } from './mail-check.mails';
import { MailCheckService } from './mail-check.service';

/** Administrators see whether the service can send mail, and send themselves a test mail. */
@Module({ controllers: [MailCheckController], providers: [MailCheckService] })
export class MailCheckModule {}

export const mailCheck = {
  module: MailCheckModule,
  auditWords: [mailCheckAudit],
  mails: testMails,
} satisfies Feature;
