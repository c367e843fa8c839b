import { readFile } from 'node:fs/promises';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { FileStore } from '../file-store/file-store';
import { BaseUrl } from '../kit/base-url';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../kit/config';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { QueueHandlers } from '../queues/queue-handlers';
import { compose } from './compose';
import { Mail } from './mail.entity';
import { MailOutcomes } from './mail-outcomes';
import { MailOwners } from './mail-owners';
import type { MailEnd } from './mail-template';
import { type MailToSend, prepareMail } from './prepare-mail';
import { sendMail } from './send-mail.job';
import { settleMail } from './settle-mail';
import { Smtp } from './smtp';

const HOUR_MS = 3_600_000;

/** Writes and sends waiting mails, each once. */
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
    private readonly read: ReadDatabase,
    private readonly handlers: QueueHandlers,
    private readonly outcomes: MailOutcomes,
    private readonly owners: MailOwners,
    private readonly store: FileStore,
  ) {
    this.givenUpAfterMs = config.mailRetryHours * HOUR_MS;
    this.smtp = config.mail && new Smtp(config.mail);
  }

  onModuleInit(): void {
    this.handlers.register(sendMail, {
      run: ({ mailId }) => this.send(mailId),
      pending: () => this.waiting(),
    });
  }

  private async waiting(): Promise<{ mailId: string }[]> {
    const mails = await this.read.of(Mail).find({ where: { state: 'waiting' }, select: { id: true } });
    return mails.map(({ id }) => ({ mailId: id }));
  }

  private async send(id: string): Promise<void> {
    try {
      await this.sendOne(id);
    } finally {
      this.outcomes.offered(id);
    }
  }

  private async sendOne(id: string): Promise<void> {
    // The mail settings were removed while it waited: the start with new settings requests it again.
    if (!this.smtp) return;
    const base = this.base.get();
    const prepared = await this.unitOfWork.run((unit) => prepareMail(unit, this.owners, id, base));
    if (!prepared) return;
    const end = await this.deliver(this.smtp, prepared);
    await this.unitOfWork.run((unit) => settleMail(unit, this.owners, prepared.mail, end));
  }

  /**
   * A mail server may delay a mail, as with greylisting: for hours, not minutes.
   * @throws Error when it may be sent later: the queue tries again.
   */
  private async deliver(smtp: Smtp, toSend: MailToSend): Promise<MailEnd> {
    const { mail, link, unsubscribe } = toSend;
    const { id, address, language, template, data, createdAt } = mail;
    const composed = compose({ words: this.owners.wordsOf(template), language, data, link, unsubscribe });
    const parts = await this.partsOf(toSend);
    const delivery = await smtp.deliver({
      ...{ id, to: address, language, ...composed, ...parts },
      ...(unsubscribe === undefined ? {} : { unsubscribe }),
    });
    if (delivery.kind === 'sent') return delivery;
    // The words of many servers contain addresses, which must not be in the log.
    const words = delivery.words.replaceAll(/\S+@\S+/g, '…');
    if (delivery.kind === 'delayed' && this.clock.now() - createdAt < this.givenUpAfterMs) {
      await this.unitOfWork.run(({ manager }) => manager.update(Mail, { id }, { failure: delivery.words }));
      throw new Error(`the mail server has not accepted a mail yet: ${words}`);
    }
    this.log.warn(`a mail (${template}) was refused: ${words}`);
    return delivery.kind === 'delayed' ? { ...delivery, kind: 'refused' } : delivery;
  }

  /** @throws Error when a file cannot be read: the queue tries again. */
  private async partsOf({ attachments = [], replyTo = null }: MailToSend) {
    const files = [];
    for (const { name: filename, mediaType: contentType, sha256 } of attachments)
      files.push({ filename, contentType, content: await readFile(this.store.path(sha256)) });
    return { attachments: files, ...(replyTo === null ? {} : { replyTo }) };
  }
}
