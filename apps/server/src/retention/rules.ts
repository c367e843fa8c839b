import type { EntityTarget } from 'typeorm';
import { AccountCode } from '../accounts/account-code.entity';
import type { ServerConfig } from '../config';
import { SubmissionKey } from '../jobs/submission-key.entity';
import { LinkMessage } from '../link/link-message.entity';
import { Mail } from '../mail/mail.entity';

export interface Rule {
  readonly table: string;
  readonly entity: EntityTarget<{ id: string }>;
  /** By which setting. */
  readonly keep: keyof ServerConfig['keepDays'];
  /** Which of its rows (`row`) nobody needs any more, `:before` being the last moment that is not kept. */
  readonly where: string;
}

/** A mail that waits makes the secret of its code when it is written. */
const IS_OF_NO_MAIL = 'NOT EXISTS (SELECT 1 FROM mails m WHERE m."codeId" = row.id)';

/**
 * What is done with, and only remembered: in this order, as codes go after the mails that carried them. Kept for ever are
 * members and their rights, jobs, runs and their steps, the ledger, papers and the audit trail.
 */
export const RULES: readonly Rule[] = [
  // What the lab has not receipted is the link's: it is sent, or dropped, there.
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
];
