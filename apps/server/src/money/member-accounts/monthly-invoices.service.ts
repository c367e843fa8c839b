import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { monthOf } from '@pandafab/domain';
import { type Clock, Fault, type MemberId } from '@pandafab/shared';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { PeriodicWork } from '../../platform/queues/periodic-work';
import { dayStart, parisDay } from '../kit/paris';
import { AccountCharge, AccountInvoice, MemberAccount } from './account.entities';
import { AccountInvoices } from './account-invoices.service';
import { AccountSettings, THE_NETWORK } from './settings.entities';

const EVERY_MS = 6 * 3_600_000;

/**
 * From this amount on, an invoice to a person for services is compulsory (arrêté 83-50/A of 3 October 1983). Less is
 * invoiced when the member or staff ask, or with a later month.
 */
const FROM_CENTS = 25_00;

/** Makes the invoices of a month once it is over, where the network wants them. A repetition finds nothing to invoice. */
@Injectable()
export class MonthlyInvoices implements OnModuleInit {
  private readonly log = new Logger('MonthlyInvoices');

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly periodic: PeriodicWork,
    private readonly invoices: AccountInvoices,
  ) {}

  onModuleInit(): void {
    this.periodic.register({ name: 'account-invoices', everyMs: EVERY_MS, run: () => this.run() });
  }

  /** Members without an address are left out, and named by the list of accounts. */
  async run(): Promise<void> {
    const settings = await this.database.of(AccountSettings).findOneBy({ id: THE_NETWORK });
    if (!settings?.invoicesMonthly) return;
    for (const memberId of await this.due()) {
      try {
        await this.invoices.invoice(settings.changedBy, memberId);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        this.log.warn(`no invoice for the member ${memberId}: ${error.code}`);
      }
    }
  }

  /** The members with enough charges of past months, who got no invoice this month. */
  private async due(): Promise<MemberId[]> {
    const begin = dayStart(`${monthOf(parisDay(this.clock.now()))}-01`);
    const rows = await this.database
      .of(AccountCharge)
      .createQueryBuilder('charge')
      .innerJoin(MemberAccount, 'account', 'account.memberId = charge.memberId')
      .select('charge.memberId', 'memberId')
      .where('charge.sequence > account.invoicedThrough')
      .groupBy('charge.memberId')
      .having('SUM(CASE WHEN charge.at < :begin THEN charge.cents ELSE 0 END) >= :least')
      .setParameters({ begin, least: FROM_CENTS })
      .getRawMany<{ memberId: MemberId }>();
    const made = await this.database
      .of(AccountInvoice)
      .createQueryBuilder('invoice')
      .select('DISTINCT invoice.memberId', 'memberId')
      .where('invoice.createdAt >= :begin', { begin })
      .getRawMany<{ memberId: MemberId }>();
    const done = new Set(made.map(({ memberId }) => memberId));
    return rows.map(({ memberId }) => memberId).filter((memberId) => !done.has(memberId));
  }
}
