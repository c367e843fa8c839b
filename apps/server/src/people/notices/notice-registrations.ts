import { Injectable, type OnModuleInit } from '@nestjs/common';
import { byAccount, rowsOf } from '../../platform/personal-data/personal-rows';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { Notice, NoticeChoice, NoticeMailing, NoticeMailLine, NoticeUnsubscribe } from './notice.entities';

/** Registers the answers that other modules need about notices. */
@Injectable()
export class NoticeRegistrations implements OnModuleInit {
  constructor(private readonly personal: PersonalTables) {}

  onModuleInit(): void {
    this.personal.register('notices', rowsOf(Notice, byAccount, ['openKey']));
    this.personal.register('noticeChoices', rowsOf(NoticeChoice, byAccount));
    this.personal.register('noticeMails', rowsOf(NoticeMailing, byAccount));
    this.personal.register('noticeLinks', rowsOf(NoticeUnsubscribe, byAccount, ['tokenHash']));
    this.personal.leaveOut(NoticeMailLine, 'the same events as the notices, until their mail is sent');
  }
}
