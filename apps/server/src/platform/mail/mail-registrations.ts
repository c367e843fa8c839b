import { Injectable, type OnModuleInit } from '@nestjs/common';
import { byMember, rowsOf } from '../personal-data/personal-rows';
import { PersonalTables } from '../personal-data/personal-tables';
import { Mail } from './mail.entity';

/** Registers the answers to other modules' questions about mails. */
@Injectable()
export class MailRegistrations implements OnModuleInit {
  constructor(private readonly personal: PersonalTables) {}

  onModuleInit(): void {
    this.personal.register('mails', rowsOf(Mail, byMember, ['data', 'codeId']));
  }
}
