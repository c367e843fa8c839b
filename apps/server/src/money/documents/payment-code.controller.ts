import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Clock, DocumentId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { parisDay } from '../kit/paris';
import { isToPay } from './document-view';
import { demandIssued, findDocument } from './find-document';
import { PaymentCodeDto } from './payment-code.dto';
import { presentPaymentCode } from './present-payment-code';
import { reductionsOf } from './reductions';

/** Codes with which clients pay. */
@ApiTags('billing')
@Controller('v1/documents')
export class PaymentCodeController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {}

  /** Draws the QR code (EPC069-12) with which a bank’s app fills in the transfer of what is open now. */
  @Get(':id/payment-code')
  @Can('invoice.read', 'network')
  @ZodResponse({ type: PaymentCodeDto })
  @Faults('DOCUMENT.IS_DRAFT')
  async show(@PathId() id: DocumentId) {
    const { manager } = this.database;
    const document = demandIssued(await findDocument(manager, id));
    const { creditedCents, paidCents } = (await reductionsOf(manager, [id]))(id);
    const openCents = isToPay(document) ? (document.grossCents ?? 0) - creditedCents - paidCents : 0;
    const today = parisDay(this.clock.now());
    return { openCents, picture: await presentPaymentCode(manager, document.number, openCents, today) };
  }
}
