import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type FaultDetails, type Language, type MemberId, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { currentRequest } from '../audit/request-context';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../config';
import { Limits } from '../limits/limits.service';
import { networkOf } from '../limits/network-of';
import { enqueue } from '../queues/outbox';
import { Mail } from './mail.entity';
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

/** Where mail is posted: it leaves once the unit of work that wants it is committed. */
@Injectable()
export class MailService {
  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly limits: Limits,
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

  /** Without a mail server nothing is written: it would wait for ever. */
  async post(manager: EntityManager, { memberId, codeId, data = {}, ...wish }: MailWish): Promise<void> {
    if (!this.isConfigured) return;
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
  }
}
