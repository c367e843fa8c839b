import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { inLanguage, type Language } from '@pandafab/shared';
import { In, IsNull, Not } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { toIso } from '../../platform/http/fields';
import { SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';
import { Limits } from '../../platform/limits/limits.service';
import { Mail } from '../../platform/mail/mail.entity';
import { MailService } from '../../platform/mail/mail.service';
import { MailOwners } from '../../platform/mail/mail-owners';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Account } from '../accounts/account.entity';
import { viewMailServer } from './mail-server';

const FAILURES_SHOWN = 20;

/** Whether the service can send mail, for administrators. */
@Injectable()
export class MailCheckService implements OnModuleInit {
  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    private readonly mail: MailService,
    private readonly owners: MailOwners,
    private readonly limits: Limits,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  onModuleInit(): void {
    this.owners.register('test', {
      prepare: async (_unit, _mail, base) => ({ link: `${base}/settings/mail` }),
      // Its result is on the page that asked for it.
      settled: async () => {},
    });
  }

  async status(language: Language) {
    const failed = await this.read.of(Mail).find({
      where: { state: In(['waiting', 'failed']), failure: Not(IsNull()) },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: FAILURES_SHOWN,
    });
    return {
      server: this.config.mail ? viewMailServer(this.config.mail) : null,
      retryHours: this.config.mailRetryHours,
      waiting: await this.read.of(Mail).countBy({ state: 'waiting' }),
      failures: failed.map(({ createdAt, settledAt, template, address, state, failure }) => ({
        at: toIso(settledAt ?? createdAt),
        template,
        subject: this.subjectOf(template, language),
        address,
        state: state === 'waiting' ? ('waiting' as const) : ('failed' as const),
        answer: failure ?? '',
      })),
    };
  }

  /**
   * Sends a mail to the account's own address, and waits some seconds for the answer of the mail server.
   * @throws Fault MAIL.NOT_CONFIGURED, REQUEST.TOO_MANY {seconds}
   */
  async test({ accountId, memberId }: CurrentAccountInfo, language: Language) {
    this.mail.demandConfigured();
    await this.limits.demand('mail-test', accountId);
    const { email: address } = await this.read.of(Account).findOneByOrFail({ id: accountId });
    const id = await this.unitOfWork.run(async (unit) => {
      await audit(unit, { action: 'mail.tested', subject: ['account', accountId] });
      return this.mail.post(unit, { template: 'test', address, language, memberId });
    });
    const { state, failure } = await this.mail.outcomeOf(id);
    return { address, state: state === 'dropped' ? ('failed' as const) : state, answer: failure };
  }

  /** A mail of another version keeps its name. */
  private subjectOf(template: string, language: Language): string {
    return this.owners.knows(template)
      ? inLanguage(this.owners.wordsOf(template), language).subject
      : template;
  }
}
