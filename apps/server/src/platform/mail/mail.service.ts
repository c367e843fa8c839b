import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type FaultDetails, type Language, type MemberId, newId } from '@pandafab/shared';
import { LessThan } from 'typeorm';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../kit/config';
import { currentRequest } from '../kit/request-context';
import { Limits } from '../limits/limits.service';
import { networkOf } from '../limits/network-of';
import { ReadDatabase } from '../persistence/read-database';
import type { Unit } from '../persistence/unit';
import { enqueue } from '../queues/outbox';
import { Mail } from './mail.entity';
import { MailOutcomes } from './mail-outcomes';
import type { MailTemplateName } from './mail-template';
import { sendMail } from './send-mail.job';
import { isOfAddress } from './smtp';

export interface MailRequest {
  readonly template: MailTemplateName;
  /** Lower case. */
  readonly address: string;
  readonly language: Language;
  /** The member with this address, if known. */
  readonly memberId?: MemberId | null;
  /** The account code whose link the mail contains. */
  readonly codeId?: string;
  readonly data?: FaultDetails;
}

/** Greylisting takes less than this. */
const LONG_MS = 3_600_000;

/** Queues mails: each is sent after its unit of work commits. */
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
   * For a mail that any visitor may request, to any address.
   * @param address of the recipient
   * @throws Fault MAIL.NOT_CONFIGURED, REQUEST.TOO_MANY {seconds}: the same whether or not the address is known
   */
  async demandRoom(address: string): Promise<void> {
    this.demandConfigured();
    await this.limits.demand('mail-from-address', networkOf(currentRequest()?.address ?? ''));
    await this.limits.demand('mail-to', address);
  }

  /**
   * The reason why the mail server refuses the mail by its policy; undefined where it accepted the mail, or may
   * accept it later. Call it after the unit of work that queued the mail has committed. An unknown address is no such
   * reason: staff see that next to the address.
   */
  async refusalOf(id: string | undefined): Promise<Fault | undefined> {
    const mail = id === undefined ? null : await this.outcomes.afterFirstOffer(id);
    if (mail?.state !== 'failed' || mail.failure === null || isOfAddress(mail.failure)) return undefined;
    return new Fault('MAIL.REFUSED', { words: mail.failure });
  }

  /**
   * What became of a mail: after the first answer of the mail server, or after some seconds without one. Call it
   * after the unit of work that queued the mail has committed.
   */
  async outcomeOf(id: string | undefined): Promise<Pick<Mail, 'state' | 'failure'>> {
    const mail = id === undefined ? null : await this.outcomes.afterFirstOffer(id);
    return mail ?? { state: 'dropped', failure: null };
  }

  /** The fault for mails that have waited for long; undefined where there are none. */
  async staying(): Promise<Fault | undefined> {
    if (!this.isConfigured) return undefined;
    const createdAt = LessThan(this.clock.now() - LONG_MS);
    const count = await this.read.of(Mail).countBy({ state: 'waiting', createdAt });
    return count > 0 ? new Fault('MAIL.STAYS', { count, hours: this.config.mailRetryHours }) : undefined;
  }

  /** Without a mail server no mail is stored, because it would wait forever. @returns the mail's id, if there is one */
  async post(
    unit: Unit,
    { memberId, codeId, data = {}, ...request }: MailRequest,
  ): Promise<string | undefined> {
    const { manager, now } = unit;
    if (!this.isConfigured) return undefined;
    const id = newId<string>();
    const about = { memberId: memberId ?? null, codeId: codeId ?? null, data };
    const waiting = {
      state: 'waiting',
      failure: null,
      createdAt: now,
      settledAt: null,
    } as const;
    await manager.insert(Mail, { id, ...request, ...about, ...waiting } as object);
    await enqueue(unit, sendMail, { mailId: id });
    return id;
  }
}
