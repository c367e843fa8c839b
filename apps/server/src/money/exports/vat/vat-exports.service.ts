import { Injectable } from '@nestjs/common';
import { chargesOf, creditCharges, EReporting, VatReport } from '@pandafab/domain';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import type { EReportingDto, VatReportDto } from '../exports.dto';
import { readPapers } from '../read/read-papers';
import type { Scope } from '../read/scope';
import { memberCharges, memberInvoices } from './member-charges';
import { readLives } from './read-lives';

/** What the VAT return and the e-reporting of a period need. */
@Injectable()
export class VatExportsService {
  constructor(private readonly database: ReadDatabase) {}

  /** The VAT that became chargeable in the period, by treatment and rule. */
  async report(scope: Scope): Promise<VatReportDto> {
    const { manager } = this.database;
    const report = new VatReport(scope);
    const ofMembers = await memberInvoices(manager);
    for await (const life of readLives(manager, scope))
      report.add(ofMembers.has(life.id) ? creditCharges(life) : chargesOf(life));
    report.add(await memberCharges(manager, scope));
    const { from, to } = scope;
    const rows = report.result();
    const sum = (field: 'baseCents' | 'vatCents') => rows.reduce((total, row) => total + row[field], 0);
    return { from, to, rows, baseCents: sum('baseCents'), vatCents: sum('vatCents') };
  }

  /** Sales to private persons and what was received from them, by day. */
  async reporting(scope: Scope): Promise<EReportingDto> {
    const { manager } = this.database;
    const reporting = new EReporting(scope);
    const ofMembers = await memberInvoices(manager);
    for await (const { id, read } of readPapers(manager, scope)) {
      if (ofMembers.has(id)) continue;
      const content = read();
      if (content.client.kind === 'person') reporting.addIssued(content);
    }
    for await (const life of readLives(manager, scope))
      if (life.content.client.kind === 'person')
        reporting.addCharges(ofMembers.has(life.id) ? creditCharges(life) : chargesOf(life));
    const prints = await memberCharges(manager, scope);
    reporting.addSales(prints);
    reporting.addCharges(prints);
    const { from, to } = scope;
    const { sales, receipts } = reporting.result();
    return { from, to, sales: [...sales], receipts: [...receipts] };
  }
}
