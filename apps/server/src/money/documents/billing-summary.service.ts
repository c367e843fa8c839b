import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { parisDay } from '../kit/paris';
import { Prestation } from '../prestations/prestation.entities';
import type { BillingSummaryDto } from './invoice.dto';
import { Invoice } from './invoice.entities';

/** Numbers as both databases give them: PostgreSQL gives counts and sums as texts. */
interface Sum {
  readonly count: string | number;
  readonly cents: string | number | null;
}
const figures = (sum: Sum | undefined) => ({
  count: Number(sum?.count ?? 0),
  netCents: Number(sum?.cents ?? 0),
});

/** What the network has to invoice, and what it invoiced this year. */
@Injectable()
export class BillingSummary {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {}

  async read(): Promise<BillingSummaryDto> {
    const year = parisDay(this.clock.now()).slice(0, 4);
    const toInvoice = await this.database
      .of(Prestation)
      .createQueryBuilder('prestation')
      .select('COUNT(*)', 'count')
      .addSelect('SUM(prestation.netCents)', 'cents')
      .where("prestation.state NOT IN ('invoiced', 'cancelled')")
      .andWhere('prestation.netCents > 0')
      .getRawOne<Sum>();
    const invoiced = await this.database
      .of(Invoice)
      .createQueryBuilder('invoice')
      .select('COUNT(*)', 'count')
      .addSelect('SUM(invoice.netCents)', 'cents')
      .where('invoice.issuedOn >= :first', { first: `${year}-01-01` })
      .getRawOne<Sum>();
    return { toInvoice: figures(toInvoice), invoiced: { year: Number(year), ...figures(invoiced) } };
  }
}
