import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type FaultDetails, type Language, type MemberId, newId } from '@pandafab/shared';
import { type EntityManager, LessThan } from 'typeorm';
import { currentRequest } from '../audit/request-context';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../config';
import { Limits } from '../limits/limits.service';
import { networkOf } from '../limits/network-of';
import { ReadDatabase } from '../persistence/read-database';
import { enqueue } from '../queues/outbox';
import { Mail } from './mail.entity';
import { MailOutcomes } from './mail-outcomes';
import { isOfAddress } from './smtp';
import type { MailTemplateName } from './templates';

export interface MailWish {
  readonly template: MailTemplateName;
  /** Lower case. */
  readonly address: string;
  readonly language: Language;
  /** Whose address it is, as far as is known. */
  readonly memberId?: MemberId | null;
  /** The account code whose link it carries. */
  readonly codeId?: string;
  readonly data?: FaultDetails;
}

/** Greylisting is over by then. */
const LONG_MS = 3_600_000;

/** Where mail is posted: it leaves once the unit of work that wants it is committed. */
@Injectable()
export class MailService {
  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly outcomes: MailOutcomes,
    private readonly read: ReadDatabase,
  ) {}

  get isConfigured(): boolean {
    return this.config.mail !== undefined;
  }

  /** @throws Fault MAIL.NOT_CONFIGURED */
  demandConfigured(): void {
    if (!this.isConfigured) throw new Fault('MAIL.NOT_CONFIGURED');
  }

  /**
   * For a mail that anybody may ask for, to whomever they name.
   * @param address that is written to
   * @throws Fault MAIL.NOT_CONFIGURED, REQUEST.TOO_MANY {seconds}: the same whether or not the address is known
   */
  async demandRoom(address: string): Promise<void> {
    this.demandConfigured();
    await this.limits.demand('mail-from-address', networkOf(currentRequest()?.address ?? ''));
    await this.limits.demand('mail-to', address);
  }

  /**
   * Why the mail server refuses the mail by its policy; undefined where it took the mail, or may take it later. Call it once
   * the unit of work that posted the mail is committed. An unknown address is no such reason: staff see it beside the address.
   */
  async refusalOf(id: string | undefined): Promise<Fault | undefined> {
    const mail = id === undefined ? null : await this.outcomes.afterFirstOffer(id);
    if (mail?.state !== 'failed' || mail.failure === null || isOfAddress(mail.failure)) return undefined;
    return new Fault('MAIL.REFUSED', { words: mail.failure });
  }

  /** That mails have waited for long; undefined while none has. */
  async staying(): Promise<Fault | undefined> {
    if (!this.isConfigured) return undefined;
    const createdAt = LessThan(this.clock.now() - LONG_MS);
    const count = await this.read.of(Mail).countBy({ state: 'waiting', createdAt });
    return count > 0 ? new Fault('MAIL.STAYS', { count, hours: this.config.mailRetryHours }) : undefined;
  }

  /** Without a mail server nothing is written: it would wait for ever. @returns the mail's id, if there is one */
  async post(
    manager: EntityManager,
    { memberId, codeId, data = {}, ...wish }: MailWish,
  ): Promise<string | undefined> {
    if (!this.isConfigured) return undefined;
    const id = newId<string>();
    const about = { memberId: memberId ?? null, codeId: codeId ?? null, data };
    const waiting = {
      state: 'waiting',
      failure: null,
      createdAt: this.clock.now(),
      settledAt: null,
    } as const;
    await manager.insert(Mail, { id, ...wish, ...about, ...waiting } as object);
    await enqueue(manager, this.clock, 'mail.send', { mailId: id });
    return id;
  }
}
