import { Inject, Injectable } from '@nestjs/common';
import { priceOfGross } from '@pandafab/domain';
import type { Clock, PrestationId } from '@pandafab/shared';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { parisDay } from '../kit/paris';
import { readOrder } from './compose/order';
import { taxOfLine } from './compose/order-lines';
import type { PriceWithTaxDto, PriceWithTaxQueryDto } from './line-price.dto';

/** Prices of lines from amounts with tax. */
@Injectable()
export class LinePriceService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {}

  /**
   * The price with which a line of the prestation comes to an amount with tax. The line is taxed as documents of today
   * would tax it.
   * @throws Fault REQUEST.NOT_FOUND, BILLING.ACTIVITY_NOT_TAXED, BILLING.SELLER_MISSING.
   */
  async priceWithTax(id: PrestationId, asked: PriceWithTaxQueryDto): Promise<PriceWithTaxDto> {
    const { grossCents, quantity, basis, discounts, activity, nature, stageId, servedOn } = asked;
    const today = parisDay(this.clock.now());
    const order = await readOrder(this.database.manager, id, today);
    const line = { activity, nature, stageId, servedOn: servedOn ?? today };
    const tax = taxOfLine(order, line);
    const found = priceOfGross({ quantity, basis, discounts }, grossCents, tax.rateBasisPoints);
    return {
      tax,
      ...('exact' in found ? { exact: found.exact, below: null, above: null } : { exact: null, ...found }),
    };
  }
}
