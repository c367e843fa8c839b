import type { AccountId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';
import type { NoticeChannel, NoticeDetails, NoticeKindName } from './notice-kind';

/** One line behind a person's bell: an event, or several of one kind and subject. */
@Entity('notices')
export class Notice {
  @IdColumn() id!: string;
  @TextColumn() accountId!: AccountId;
  @TextColumn() kind!: NoticeKindName;
  /**
   * Its kind and its subject, such as a batch, while further events of them are counted here; null once it is read, or
   * old. Unique for an account.
   */
  @TextColumn({ nullable: true }) openKey!: string | null;
  /** Of the latest event. */
  @JsonColumn() details!: NoticeDetails;
  /** The number of events. */
  @IntegerColumn() count!: number;
  @InstantColumn() createdAt!: number;
  /** When the latest event was counted. */
  @InstantColumn() changedAt!: number;
  @InstantColumn({ nullable: true }) readAt!: number | null;
}

/** A person's own choice for one kind and channel; without a row, the default of the kind holds. */
@Entity('notice_choices')
export class NoticeChoice {
  @IdColumn() id!: string;
  @TextColumn() accountId!: AccountId;
  @TextColumn() kind!: NoticeKindName;
  @TextColumn() channel!: NoticeChannel;
  @FlagColumn() isOn!: boolean;
  @InstantColumn() changedAt!: number;
}

/** Events of one subject that a mail has yet to tell. Deleted when that mail is settled. */
@Entity('notice_mail_lines')
export class NoticeMailLine {
  @IdColumn() id!: string;
  @TextColumn() accountId!: AccountId;
  @TextColumn() kind!: NoticeKindName;
  /** The notice behind the bell; null where the person has no bell for this kind. */
  @TextColumn({ nullable: true }) noticeId!: string | null;
  /** Lines of one subject are one line of the mail. */
  @TextColumn() subjectKey!: string;
  @JsonColumn() details!: NoticeDetails;
  @IntegerColumn() count!: number;
  @InstantColumn() createdAt!: number;
  /** The mail that tells it, once that mail is written: a later attempt sends the same mail. */
  @TextColumn({ nullable: true }) mailId!: string | null;
}

/** When a person was last sent a mail of this kind: further events wait and are gathered. */
@Entity('notice_mailings')
export class NoticeMailing {
  @IdColumn() id!: string;
  @TextColumn() accountId!: AccountId;
  @TextColumn() kind!: NoticeKindName;
  @InstantColumn() lastAt!: number;
}

/** The link in one mail that switches off the mails of this kind, without signing in. */
@Entity('notice_unsubscribes')
export class NoticeUnsubscribe {
  @IdColumn() id!: string;
  @TextColumn() accountId!: AccountId;
  @TextColumn() kind!: NoticeKindName;
  /** SHA-256 of the link's secret, in hexadecimal. */
  @TextColumn() tokenHash!: string;
  @InstantColumn() createdAt!: number;
}
