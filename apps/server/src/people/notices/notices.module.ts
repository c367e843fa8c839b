import { type DynamicModule, Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { NoticeChoicesService } from './choices.service';
import { Notice, NoticeChoice, NoticeMailing, NoticeMailLine, NoticeUnsubscribe } from './notice.entities';
import { ALL_NOTICE_KINDS, NoticeCatalogue } from './notice-catalogue';
import type { AnyNoticeKind } from './notice-kind';
import { NoticeMailingService } from './notice-mailing.service';
import { NoticeMails } from './notice-mails';
import { NoticeRegistrations } from './notice-registrations';
import { noticesAudit } from './notices.audit';
import { NoticesController } from './notices.controller';
import { noticesFaults } from './notices.faults';
import { noticeMails } from './notices.mails';
import { Notices1764500050000 } from './notices.migration';
import { NoticesService } from './notices.service';
import { UnsubscribeService } from './unsubscribe.service';

/** What people are told of, behind the bell and by mail. */
@Module({})
export class NoticesModule {
  static with(kinds: readonly AnyNoticeKind[]): DynamicModule {
    return {
      module: NoticesModule,
      // `app/` makes it with the kinds of all features: other modules cannot import this instance by its class.
      global: true,
      controllers: [NoticesController],
      providers: [
        { provide: ALL_NOTICE_KINDS, useValue: kinds },
        ...[NoticeCatalogue, NoticeChoicesService, NoticeMailingService, NoticeMails],
        ...[NoticeRegistrations, NoticesService, UnsubscribeService],
      ],
      exports: [NoticesService, UnsubscribeService],
    };
  }
}

export const notices = {
  tables: [Notice, NoticeChoice, NoticeMailing, NoticeMailLine, NoticeUnsubscribe],
  migrations: [Notices1764500050000],
  auditWords: [noticesAudit],
  faults: [noticesFaults],
  mails: noticeMails,
} satisfies Feature;
