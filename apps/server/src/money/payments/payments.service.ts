import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  type DocumentId,
  Fault,
  type OrganisationId,
  type PaymentId,
} from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { AllotmentBook } from './allotment-book.service';
import { documentPayments, overpaidParts } from './document-payments';
import { findPayment } from './find-payment';
import { listPayments } from './list-payments';
import { type MoneyMoved, PaymentBook } from './payment-book.service';
import { detailOf, viewPayments } from './payment-view';
import type {
  AllotDto,
  DocumentPaymentsDto,
  PaymentDetailDto,
  PaymentListDto,
  PaymentSearchDto,
  RecordPaymentDto,
  RefundDto,
} from './payments.dto';

/** Payments of clients, as the API offers them. */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly book: PaymentBook,
    private readonly allotments: AllotmentBook,
  ) {}

  async list(search: PaymentSearchDto): Promise<PaymentListDto> {
    const { manager } = this.database;
    const { items, ...where } = await listPayments(manager, search);
    return { items: await viewPayments(manager, items), ...where };
  }

  /** @throws Fault REQUEST.NOT_FOUND */
  async detail(id: PaymentId): Promise<PaymentDetailDto> {
    const { manager } = this.database;
    return detailOf(manager, await findPayment(manager, id));
  }

  /** @throws Fault ORGANISATION.UNKNOWN, and those of `PaymentBook.record` */
  record(by: AccountId, body: RecordPaymentDto): Promise<PaymentDetailDto> {
    return this.unitOfWork.run(async (unit) => {
      const moved = await movedOf(unit.manager, body.organisationId, body);
      const { payment } = await this.book.record(unit, by, moved, body.allotments);
      return detailOf(unit.manager, payment);
    });
  }

  /** @throws Fault ORGANISATION.UNKNOWN, and those of `PaymentBook.refund` */
  refund(by: AccountId, organisationId: OrganisationId, body: RefundDto): Promise<PaymentDetailDto> {
    return this.unitOfWork.run(async (unit) => {
      const moved = await movedOf(unit.manager, organisationId, body);
      const { payment } = await this.book.refund(unit, by, moved, body.reason);
      return detailOf(unit.manager, payment);
    });
  }

  /** @throws Fault those of `AllotmentBook.allot` */
  allot(by: AccountId, id: PaymentId, { parts, reason }: AllotDto): Promise<PaymentDetailDto> {
    return this.change(id, (unit) => this.allotments.allot(unit, by, id, parts, reason ?? null));
  }

  /** @throws Fault PAYMENT.OF_MEMBER, and those of `PaymentBook.undo` */
  undo(by: AccountId, id: PaymentId, reason: string): Promise<PaymentDetailDto> {
    return this.change(id, async (unit) => {
      const { memberId, means, number } = await findPayment(unit.manager, id);
      // The money of an account that paid an invoice has two entries: only `money/member-accounts` knows both.
      if (memberId !== null || means === 'account') throw new Fault('PAYMENT.OF_MEMBER', { number });
      await this.book.undo(unit, by, id, reason);
    });
  }

  /** @throws Fault REQUEST.NOT_FOUND, PAYMENT.DOCUMENT_NOT_PAYABLE */
  ofDocument(id: DocumentId): Promise<DocumentPaymentsDto> {
    return documentPayments(this.database.manager, id);
  }

  /**
   * Puts what was paid too much for a document, as after a credit note, on the client's account: from there it can be
   * refunded or used later.
   * @throws Fault REQUEST.NOT_FOUND, PAYMENT.DOCUMENT_NOT_PAYABLE, PAYMENT.NOTHING_TOO_MUCH
   */
  releaseOverpaid(by: AccountId, id: DocumentId, reason: string): Promise<DocumentPaymentsDto> {
    return this.unitOfWork.run(async (unit) => {
      for (const { paymentId, cents } of await overpaidParts(unit, id))
        await this.allotments.allot(unit, by, paymentId, [{ documentId: id, cents: -cents }], reason);
      return documentPayments(unit.manager, id);
    });
  }

  private change(id: PaymentId, work: (unit: Unit) => Promise<void>): Promise<PaymentDetailDto> {
    return this.unitOfWork.run(async (unit) => {
      await work(unit);
      return detailOf(unit.manager, await findPayment(unit.manager, id));
    });
  }
}

/** @throws Fault ORGANISATION.UNKNOWN */
async function movedOf(
  manager: EntityManager,
  organisationId: OrganisationId,
  body: Omit<RefundDto, 'reason'>,
): Promise<MoneyMoved> {
  const client = await manager.findOneBy(Organisation, { id: organisationId });
  if (!client) throw new Fault('ORGANISATION.UNKNOWN');
  const { cents, paidOn, means, payer = client.name, reference = null, note = null, labId = null } = body;
  const key = body.key === undefined ? null : `request:${body.key}`;
  return { owner: { organisationId }, cents, paidOn, means, payer, reference, note, labId, key };
}
