import type { EntityTarget } from 'typeorm';
import { LinkMessage } from '../../network/link/link-message.entity';
import { AccountCode } from '../../people/accounts/account-code.entity';
import { Notice, NoticeUnsubscribe } from '../../people/notices/notice.entities';
import type { ServerConfig } from '../../platform/kit/config';
import { Mail } from '../../platform/mail/mail.entity';
import { SubmissionKey } from '../../production/jobs/submission-key.entity';

export interface Rule {
  readonly table: string;
  readonly entity: EntityTarget<{ id: string }>;
  /** The setting with the number of days. */
  readonly keep: keyof ServerConfig['keepDays'];
  /** How many times as long as the setting says; once if absent. */
  readonly times?: number;
  /** Which of its rows (`row`) are no longer needed; `:before` is the last moment that is not kept. */
  readonly where: string;
}

/** A waiting mail creates the secret of its code only when it is written. */
const IS_OF_NO_MAIL = 'NOT EXISTS (SELECT 1 FROM mails m WHERE m."codeId" = row.id)';

/**
 * Finished records that are kept for a limited time, in this order: codes are deleted after the mails that contained
 * them. Kept forever are members and their rights, jobs, runs and their steps, the ledger, documents and the audit
 * trail.
 */
export const RULES: readonly Rule[] = [
  // Messages that the lab has not receipted belong to the link, which sends or drops them.
  { table: 'link_messages', entity: LinkMessage, keep: 'messages', where: 'row.acknowledgedAt < :before' },
  {
    table: 'submission_keys',
    entity: SubmissionKey,
    keep: 'submissionKeys',
    where: 'row.createdAt < :before',
  },
  {
    table: 'mails',
    entity: Mail,
    keep: 'mails',
    where: `row.settledAt < :before AND row.state <> 'waiting'`,
  },
  {
    table: 'account_codes',
    entity: AccountCode,
    keep: 'mails',
    where: `(row.usedAt < :before OR row.expiresAt < :before) AND ${IS_OF_NO_MAIL}`,
  },
  { table: 'notices', entity: Notice, keep: 'notices', where: 'row.readAt < :before' },
  // Otherwise those of an account that its owner no longer uses would be kept forever.
  { table: 'notices', entity: Notice, keep: 'notices', times: 6, where: 'row.changedAt < :before' },
  {
    table: 'notice_unsubscribes',
    entity: NoticeUnsubscribe,
    ...{ keep: 'notices', times: 6, where: 'row.createdAt < :before' },
  },
];
