import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { BaseUrl } from '../base-url';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../config';
import { UnitOfWork } from '../persistence/unit-of-work';
import { QueueHandlers } from '../queues/queue-handlers';
import { compose } from './compose';
import { Mail } from './mail.entity';
import { MailOutcomes } from './mail-outcomes';
import { type Prepared, prepareMail } from './prepare-mail';
import { type MailEnd, settleMail } from './settle-mail';
import { Smtp } from './smtp';

const HOUR_MS = 3_600_000;

/** Writes and sends the mails that wait, each once. */
@Injectable()
export class MailSender implements OnModuleInit {
  private readonly log = new Logger('Mail');
  private readonly smtp: Smtp | undefined;
  private readonly givenUpAfterMs: number;

  constructor(
    @Inject(SERVER_CONFIG) config: ServerConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly base: BaseUrl,
    private readonly unitOfWork: UnitOfWork,
    private readonly handlers: QueueHandlers,
    private readonly outcomes: MailOutcomes,
  ) {
    this.givenUpAfterMs = config.mailRetryHours * HOUR_MS;
    this.smtp = config.mail && new Smtp(config.mail);
  }

  onModuleInit(): void {
    this.handlers.register('mail.send', ({ mailId }) => this.send(mailId));
  }

  private async send(id: string): Promise<void> {
    try {
      await this.sendOne(id);
    } finally {
      this.outcomes.offered(id);
    }
  }

  private async sendOne(id: string): Promise<void> {
    // The settings were taken away while it waited: the start that brings them back asks for it again.
    if (!this.smtp) return;
    const base = this.base.get();
    const prepared = await this.unitOfWork.run((manager) => prepareMail(manager, this.clock, id, base));
    if (!prepared) return;
    const end = await this.deliver(this.smtp, prepared);
    await this.unitOfWork.run((manager) => settleMail(manager, this.clock, prepared.mail, end));
  }

  /**
   * A mail server may put a mail off, as those do that want to be asked again (“greylisting”): for hours, not minutes.
   * @throws Error when it may be sent later: the queue tries again.
   */
  private async deliver(smtp: Smtp, { mail, letter }: Prepared): Promise<MailEnd> {
    const { id, address, language, template, createdAt } = mail;
    const delivery = await smtp.deliver({ id, to: address, language, ...compose(letter) });
    if (delivery.kind === 'sent') return delivery;
    // Addresses are in the words of many servers, and not for the log.
    const words = delivery.words.replaceAll(/\S+@\S+/g, '…');
    if (delivery.kind === 'delayed' && this.clock.now() - createdAt < this.givenUpAfterMs) {
      await this.unitOfWork.run((manager) => manager.update(Mail, { id }, { failure: delivery.words }));
      throw new Error(`the mail server did not take a mail yet: ${words}`);
    }
    this.log.warn(`a mail (${template}) was not taken: ${words}`);
    return delivery.kind === 'delayed' ? { ...delivery, kind: 'refused' } : delivery;
  }
}
