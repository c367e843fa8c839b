import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type AccountId, DEFAULT_LANGUAGE, newId } from '@pandafab/shared';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { Coalesced } from '../../platform/kit/coalesced';
import { MailService } from '../../platform/mail/mail.service';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { PeriodicWork } from '../../platform/queues/periodic-work';
import type { Account } from '../accounts/account.entity';
import { NoticeMailing, NoticeMailLine } from './notice.entities';
import { readableAccount } from './readable-account';

/** Events of one person and kind within this time after a mail are gathered in the next mail. */
export const GATHER_MS = 10 * 60_000;
const LOOK_EVERY_MS = 60_000;

type Waiting = Pick<NoticeMailLine, 'accountId' | 'kind'>;

/**
 * Queues the mails about events: the first at once, and those of the next ten minutes together. After a crash between
 * an event and its mail, the periodic task finds the waiting lines.
 */
@Injectable()
export class NoticeMailingService implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('Notices');
  private readonly posting = new Coalesced(
    () => this.postAll(),
    (error) => this.log.warn(`mails about events are queued later: ${error.message}`),
  );

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
    private readonly mail: MailService,
    private readonly periodic: PeriodicWork,
  ) {}

  onModuleInit(): void {
    this.unitOfWork.onCommit(({ told }) => {
      if (told.size > 0) this.posting.poke();
    });
    const run = async () => this.postAll();
    this.periodic.register({ name: 'notice-mails', everyMs: LOOK_EVERY_MS, run });
  }

  onModuleDestroy(): Promise<void> {
    return this.posting.close();
  }

  /** Queues a mail for each person and kind with waiting lines, unless their last mail was a short time ago. */
  async postAll(): Promise<void> {
    const waiting = await this.read
      .of(NoticeMailLine)
      .createQueryBuilder('line')
      .select('line.accountId', 'accountId')
      .addSelect('line.kind', 'kind')
      .where('line.mailId IS NULL')
      .distinct(true)
      .getRawMany<Waiting>();
    for (const each of waiting) await this.unitOfWork.run((unit) => this.post(unit, each));
  }

  private async post(unit: Unit, waiting: Waiting): Promise<void> {
    const { manager } = unit;
    const account = this.mail.isConfigured && (await readableAccount(manager, waiting.accountId));
    // Without a mail server, or an address that takes mail, the bell is all.
    if (!account) return void (await manager.delete(NoticeMailLine, { ...waiting, mailId: IsNull() }));
    if (!(await claimMail(unit, waiting))) return;
    await this.mail.post(unit, {
      template: 'notice',
      ...addressOf(account),
      data: { accountId: waiting.accountId, kind: waiting.kind },
    });
  }
}

const addressOf = ({ email, language, memberId }: Account) => ({
  address: email,
  language: language ?? DEFAULT_LANGUAGE,
  memberId,
});

/** Compare and set: of several processes, one queues the mail. @returns false while the last mail is too recent */
async function claimMail({ manager, now }: Unit, { accountId, kind }: Waiting): Promise<boolean> {
  const never = { id: newId<string>(), accountId, kind, lastAt: 0 };
  await manager.createQueryBuilder().insert().into(NoticeMailing).values(never).orIgnore().execute();
  const isDue = { accountId: accountId as AccountId, kind, lastAt: LessThanOrEqual(now - GATHER_MS) };
  const { affected } = await manager.update(NoticeMailing, isDue, { lastAt: now });
  return affected === 1;
}
