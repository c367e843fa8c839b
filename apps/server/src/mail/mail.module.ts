import { Global, Module } from '@nestjs/common';
import { MailService } from './mail.service';
import { MailOutcomes } from './mail-outcomes';
import { MailSender } from './mail-sender';

/** Mail to people. */
@Global()
@Module({ providers: [MailSender, MailService, MailOutcomes], exports: [MailService] })
export class MailModule {}
