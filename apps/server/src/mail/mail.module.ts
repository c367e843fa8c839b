import { Global, Module } from '@nestjs/common';
import { MailService } from './mail.service';
import { MailSender } from './mail-sender';

/** Mail to people. */
@Global()
@Module({ providers: [MailSender, MailService], exports: [MailService] })
export class MailModule {}
