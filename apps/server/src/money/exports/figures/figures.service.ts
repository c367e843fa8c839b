import { Inject, Injectable } from '@nestjs/common';
import { INTERNAL_MEANS, netsBy, signOfKind } from '@pandafab/domain';
import type { Clock } from '@pandafab/shared';
import { CLOCK } from '../../../platform/kit/config';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import { PaperDocument } from '../../documents/document.entities';
import { type Day, parisDay } from '../../kit/paris';
import { Payment } from '../../settlement/settlement.entities';
import { readPapers } from '../read/read-papers';
import type { FiguresDto, FiguresQueryDto } from './figures.dto';
import { freeByMonth } from './free-by-month';
import { type ByMonth, byMonth, firstDayOf, lastDayOf, type Month, monthsFrom } from './months';
import { openByMonth } from './open-by-month';
import { NO_QUOTES, quotesByMonth } from './quotes-by-month';

const SIGNED = `CASE WHEN document.kind IN ('credit-note', 'deposit-credit') THEN -1 ELSE 1 END`;
const MONTH = 'SUBSTR(document.issuedOn, 1, 7)';

interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** The figures of the network's money by month. */
@Injectable()
export class FiguresService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {}

  async read({ from, to }: FiguresQueryDto): Promise<FiguresDto> {
    const months = monthsFrom(from, to);
    const days = { from: firstDayOf(from), to: lastDayOf(to) };
    const today = parisDay(this.clock.now());
    const { manager } = this.database;
    const [net, gross] = [await this.invoiced('netCents', days), await this.invoiced('grossCents', days)];
    const cashed = await this.cashed(days);
    const [until = today] = [today, days.to].sort();
    const open = await openByMonth(manager, months, until);
    const quotes = await quotesByMonth(manager, { ...days, today });
    const free = await freeByMonth(manager, months);
    const figures = months.map((month, at) => {
      const { won, wonNetCents, lost, lostNetCents } = quotes.get(month) ?? NO_QUOTES;
      return {
        ...{ month, invoicedNetCents: net.get(month) ?? 0, invoicedGrossCents: gross.get(month) ?? 0 },
        ...{ cashedCents: cashed.get(month) ?? 0, openCents: 0, lateCents: 0, ...open[at] },
        ...{ quotesWon: won, quotesWonNetCents: wonNetCents },
        ...{ quotesLost: lost, quotesLostNetCents: lostNetCents },
        freeValueCents: free.get(month) ?? 0,
      };
    });
    return { months: figures, activities: await this.byActivity(days) };
  }

  private async invoiced(field: 'netCents' | 'grossCents', days: Days): Promise<ByMonth> {
    const rows = await this.database
      .of(PaperDocument)
      .createQueryBuilder('document')
      .select(MONTH, 'month')
      .addSelect(`SUM(document.${field} * ${SIGNED})`, 'cents')
      .where(`document.state = 'issued' AND document.kind <> 'order-confirmation'`)
      .andWhere(`COALESCE(document.issuedOn, '') >= :from AND COALESCE(document.issuedOn, '') <= :to`, days)
      .groupBy(MONTH)
      .getRawMany<{ month: Month; cents: string | number }>();
    return byMonth(rows);
  }

  private async cashed(days: Days): Promise<ByMonth> {
    const rows = await this.database
      .of(Payment)
      .createQueryBuilder('payment')
      .select('SUBSTR(payment.bookedOn, 1, 7)', 'month')
      .addSelect('SUM(payment.cents)', 'cents')
      .where('payment.bookedOn >= :from AND payment.bookedOn <= :to', days)
      .andWhere('payment.means <> :internal', { internal: INTERNAL_MEANS })
      .groupBy('SUBSTR(payment.bookedOn, 1, 7)')
      .getRawMany<{ month: Month; cents: string | number }>();
    return byMonth(rows);
  }

  private async byActivity(days: Days): Promise<FiguresDto['activities']> {
    const sums = new Map<string | null, number>();
    const scope = { ...days, asOf: this.clock.now() };
    for await (const { read } of readPapers(this.database.manager, scope)) {
      const content = read();
      const sign = signOfKind(content.kind);
      for (const { key, netCents } of netsBy(content, ({ activity }) => activity ?? null))
        sums.set(key, (sums.get(key) ?? 0) + sign * netCents);
    }
    return [...sums]
      .map(([activity, netCents]) => ({ activity, netCents }))
      .sort((a, b) => b.netCents - a.netCents || (a.activity ?? '').localeCompare(b.activity ?? ''));
  }
}
