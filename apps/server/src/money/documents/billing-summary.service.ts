import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { parisDay } from '../kit/paris';
import { Prestation } from '../prestations/prestation.entities';
import { PaperDocument } from './document.entities';
import type { BillingSummaryDto } from './papers.dto';

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
    const signed = `CASE WHEN document.kind IN ('credit-note', 'deposit-credit') THEN -1 ELSE 1 END`;
    const invoiced = await this.database
      .of(PaperDocument)
      .createQueryBuilder('document')
      .select('COUNT(*)', 'count')
      .addSelect(`SUM(document.netCents * ${signed})`, 'cents')
      .where('document.issuedOn >= :first', { first: `${year}-01-01` })
      .andWhere(`document.state = 'issued' AND document.kind <> 'order-confirmation'`)
      .getRawOne<Sum>();
    return { toInvoice: figures(toInvoice), invoiced: { year: Number(year), ...figures(invoiced) } };
  }
}
