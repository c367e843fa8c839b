import { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Clock, Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathText } from '../../platform/http/path-params';
import { ReaderLanguage } from '../../platform/http/words';
import { CLOCK } from '../../platform/kit/config';
import {
  EReportingDto,
  EReportingTableDto,
  FecQueryDto,
  ListTableDto,
  PeriodDto,
  VatReportDto,
} from './exports.dto';
import { FecService } from './fec/fec.service';
import { ListExports } from './lists/list-exports.service';
import { csvOf } from './tables/csv';
import { VatExportsService } from './vat/vat-exports.service';
import { receiptsTable, salesTable, type Table, vatTable } from './vat/vat-tables';

const CSV = 'text/csv; charset=utf-8';
const attached = (name: string, type: string) => ({ type, disposition: `attachment; filename="${name}"` });

/** Files for the accountant. */
@ApiTags('billing')
@Controller('v1/exports')
export class ExportsController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly fec: FecService,
    private readonly vat: VatExportsService,
    private readonly lists: ListExports,
  ) {}

  /**
   * Sends the journals of sales and payments of a period as a fichier des écritures comptables. These journals only:
   * it is not the whole bookkeeping.
   */
  @Get('fec')
  @Can('books.export', 'network')
  @ApiProduces('text/plain')
  @Faults('BILLING.SELLER_MISSING')
  async fecFile(@Query() query: FecQueryDto): Promise<StreamableFile> {
    const { name, body } = await this.fec.file(query);
    return new StreamableFile(body, attached(name, `text/plain; charset=${query.encoding}`));
  }

  /** Sends the description that is handed in with this file. */
  @Get('fec/description')
  @Can('books.export', 'network')
  @ApiProduces('text/plain')
  @Faults('BILLING.SELLER_MISSING')
  async fecDescription(@Query() query: FecQueryDto): Promise<StreamableFile> {
    const { name, text } = await this.fec.description(query);
    return new StreamableFile(Buffer.from(text), attached(name, 'text/plain; charset=utf-8'));
  }

  /** Shows the VAT that became chargeable in a period: on receipt for services, at issue for goods and by option. */
  @Get('vat-report')
  @Can('books.export', 'network')
  @ZodResponse({ type: VatReportDto })
  vatReport(@Query() period: PeriodDto) {
    return this.vat.report(this.scope(period));
  }

  /** Sends the same as CSV. */
  @Get('vat-report/csv')
  @Can('books.export', 'network')
  @ApiProduces('text/csv')
  async vatReportFile(
    @Query() period: PeriodDto,
    @ReaderLanguage() language: Language,
  ): Promise<StreamableFile> {
    const { rows } = await this.vat.report(this.scope(period));
    return csvFile(`vat-${period.from}-${period.to}.csv`, vatTable(rows, language));
  }

  /**
   * Shows what the e-reporting of a period wants of sales to private persons, by day. The service sends nothing: the
   * approved platform does.
   */
  @Get('e-reporting')
  @Can('books.export', 'network')
  @ZodResponse({ type: EReportingDto })
  eReporting(@Query() period: PeriodDto) {
    return this.vat.reporting(this.scope(period));
  }

  /** Sends the sales or the receipts of it as CSV, for the form of the approved platform. */
  @Get('e-reporting/csv')
  @Can('books.export', 'network')
  @ApiProduces('text/csv')
  async eReportingFile(
    @Query() { part, ...period }: EReportingTableDto,
    @ReaderLanguage() language: Language,
  ): Promise<StreamableFile> {
    const { sales, receipts } = await this.vat.reporting(this.scope(period));
    const table = part === 'sales' ? salesTable(sales, language) : receiptsTable(receipts, language);
    return csvFile(`e-reporting-${part}-${period.from}-${period.to}.csv`, table);
  }

  /** Sends a list as CSV or XLSX, with the filters and the order of the list’s own route. */
  @Get('lists/:list')
  @Can('books.export', 'network')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @Faults('EXPORT.LIST_UNKNOWN', 'EXPORT.TOO_MANY_ROWS')
  async list(
    @PathText('list') list: string,
    @Query() { format, ...filters }: ListTableDto,
    @ReaderLanguage() language: Language,
  ): Promise<StreamableFile> {
    const { name, type, body } = await this.lists.table(list, format, filters, language);
    const options = attached(name, type);
    return body instanceof Readable
      ? new StreamableFile(body, options)
      : new StreamableFile(body, { ...options, length: body.length });
  }

  private readonly scope = ({ from, to }: PeriodDto) => ({ from, to, asOf: this.clock.now() });
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

const csvFile = (name: string, { titles, rows }: Table): StreamableFile =>
  new StreamableFile(csvOf(titles, each(rows)), attached(name, CSV));
