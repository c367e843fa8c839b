import { Inject, Injectable } from '@nestjs/common';
import {
  type AccountId,
  type CardPaymentId,
  type Clock,
  type DocumentId,
  Fault,
  type MemberId,
} from '@pandafab/shared';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { PaperDocument } from '../documents/document.entities';
import { TOP_UP_CENTS } from './card-amounts';
import { CardPayment } from './card-payment.entity';
import type {
  CardPaymentDto,
  CardPaymentListDto,
  CardPaymentSearchDto,
  OwnCardPaymentsDto,
} from './card-payments.dto';
import { CardCheckouts } from './checkouts.service';
import { claimCard } from './claim-card';

const MOST_OWN = 10;
/** For how long a person who has paid is told to wait for the message of the provider. */
const CONFIRMED_WITHIN_MS = 10 * 60_000;
/** A card payment as the client sees it who made it. */
export interface ClientCard {
  readonly documentId: DocumentId;
  readonly cents: number;
  /** `late`: no message of the provider came in time. `unbooked`: paid, and staff must look at it. */
  readonly state: 'open' | 'late' | 'booked' | 'unbooked' | 'not-paid';
}

const OPEN_PROBLEM = { problem: Not(IsNull()), resolvedAt: IsNull() };

/** Card payments as the API shows them, and what staff do about their problems. */
@Injectable()
export class CardPaymentsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly checkouts: CardCheckouts,
  ) {}

  async ofMember(memberId: MemberId): Promise<OwnCardPaymentsDto> {
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    const cards = await this.database.of(CardPayment).find({ where: { memberId }, order, take: MOST_OWN });
    const { least: leastCents, most: mostCents } = TOP_UP_CENTS;
    return { isOffered: this.checkouts.isOffered, leastCents, mostCents, items: cards.map(shownOf) };
  }

  /** Null for an unknown one, and for a top-up. */
  async ofClient(id: CardPaymentId): Promise<ClientCard | null> {
    const card = await this.database.of(CardPayment).findOneBy({ id });
    if (!card?.documentId) return null;
    const { documentId, cents } = card;
    return { documentId, cents, state: clientState(card, this.clock.now()) };
  }

  async list({ problems, limit, offset }: CardPaymentSearchDto): Promise<CardPaymentListDto> {
    const [cards, total] = await this.database.of(CardPayment).findAndCount({
      ...(problems ? { where: OPEN_PROBLEM } : {}),
      order: { createdAt: 'DESC', id: 'DESC' },
      ...{ take: limit, skip: offset },
    });
    return { items: await viewAll(this.database.manager, cards), total };
  }

  /**
   * Notes what staff did about a problem, such as a payment that they recorded or refunded. The service books nothing
   * for this card payment afterwards.
   * @throws Fault REQUEST.NOT_FOUND, CARD.NO_PROBLEM
   */
  resolve(by: AccountId, id: CardPaymentId, resolution: string): Promise<CardPaymentDto> {
    return this.unitOfWork.run(async (unit) => {
      const card = await claimCard(unit, id);
      if (!card) throw new Fault('REQUEST.NOT_FOUND', { path: id });
      if (card.problem === null || card.resolvedAt !== null) throw new Fault('CARD.NO_PROBLEM');
      const resolved = { resolution, resolvedBy: by, resolvedAt: unit.now };
      await unit.manager.update(CardPayment, { id }, resolved);
      const subject = ['card-payment', id] as const;
      await audit(unit, { action: 'card-payment.resolved', subject, after: { resolution } });
      const [view] = await viewAll(unit.manager, [{ ...card, ...resolved }]);
      return view as CardPaymentDto;
    });
  }
}

function clientState({ state, paymentId, createdAt }: CardPayment, now: number): ClientCard['state'] {
  if (paymentId !== null) return 'booked';
  if (state === 'paid') return 'unbooked';
  if (state !== 'open') return 'not-paid';
  return now - createdAt < CONFIRMED_WITHIN_MS ? 'open' : 'late';
}

const shownOf = ({ id, cents, state, paymentId, createdAt }: CardPayment) => ({
  ...{ id, cents, state, isBooked: paymentId !== null, createdAt: toIso(createdAt) },
});

async function viewAll(manager: EntityManager, cards: readonly CardPayment[]): Promise<CardPaymentDto[]> {
  const ids = cards.flatMap(({ documentId }) => documentId ?? []);
  const documents = await manager.find(PaperDocument, {
    where: { id: In(ids) },
    select: { id: true, number: true },
  });
  const numberOf = new Map(documents.map(({ id, number }) => [id, number ?? '']));
  return cards.map((card) => {
    const { memberId, documentId, paymentId, providerId, problem, told, resolution } = card;
    const document = documentId && { id: documentId, number: numberOf.get(documentId) ?? '' };
    return {
      ...{ ...shownOf(card), memberId, document, paymentId, providerId, problem, told, resolution },
      ...{ paidAt: toIsoOrNull(card.paidAt), resolvedAt: toIsoOrNull(card.resolvedAt) },
    };
  });
}
