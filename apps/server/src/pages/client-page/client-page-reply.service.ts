import { Injectable } from '@nestjs/common';
import { type CardPaymentId, describeFault, type Language } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CardPaymentsService, type ClientCard } from '../../money/card-payments/card-payments.service';
import { CardCheckouts } from '../../money/card-payments/checkouts.service';
import { ClientPapers } from '../../money/client-page/client-papers.service';
import { sendPage } from '../public-pages/page-reply';
import { clientPage } from './client-page';
import type { Refusal } from './reader';

/** Search engines leave out the page, its PDFs, and their links. */
export const NO_INDEX = { 'x-robots-tag': 'noindex, nofollow' };
const RELOADED_AFTER_S = 5;

/** What the page is requested with. */
export interface Asked {
  readonly secret: string;
  readonly language: Language;
  /** The card payment from which the client comes back, as the address says. */
  readonly card?: string | undefined;
}

const cardId = z.uuid();

/** Sends the page of a client. */
@Injectable()
export class ClientPageReply {
  constructor(
    private readonly papers: ClientPapers,
    private readonly checkouts: CardCheckouts,
    private readonly cards: CardPaymentsService,
  ) {}

  /** @throws Fault SHARE_LINK.INVALID */
  async send(reply: FastifyReply, status: number, asked: Asked, refusal?: Refusal): Promise<void> {
    const { secret, language } = asked;
    const view = await this.papers.view(secret);
    const card = await this.cardOf(asked);
    reply.headers(NO_INDEX);
    // The page has no script: the browser itself reloads it until the payment is confirmed.
    if (card?.state === 'open') reply.header('refresh', String(RELOADED_AFTER_S));
    const paysByCard = this.checkouts.isOffered;
    const reader = { language, path: `/p/${secret}`, paysByCard, card };
    sendPage(reply, status, language, clientPage(view, reader, refusal));
  }

  /** The page again, with what was wrong. @throws Fault SHARE_LINK.INVALID */
  refuse(reply: FastifyReply, asked: Asked, refusal: Refusal): Promise<void> {
    const status = refusal.fault ? describeFault(refusal.fault, asked.language).status : 400;
    return this.send(reply, status, asked, refusal);
  }

  private async cardOf({ secret, card }: Asked): Promise<ClientCard | null> {
    const id = cardId.safeParse(card);
    const found = id.success ? await this.cards.ofClient(id.data as CardPaymentId) : null;
    return found && (await this.papers.has(secret, found.documentId)) ? found : null;
  }
}
