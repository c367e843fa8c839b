import { Controller, Get, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Clock, OrganisationId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { parisDay } from '../kit/paris';
import { StatementDto, StatementPeriodDto } from './accounts.dto';
import { type Period, statementOf } from './statement';
import { StatementPdf } from './statement-pdf.service';

/** Statements of clients' accounts. */
@ApiTags('billing')
@Controller('v1/organisations/:id/statement')
export class StatementsController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly pdf: StatementPdf,
  ) {}

  /** Lists the documents and payments of a client by day, with what the client owes after each. */
  @Get()
  @Can('payment.read', 'network')
  @ZodResponse({ type: StatementDto })
  @Faults('ORGANISATION.UNKNOWN')
  read(@PathId() id: OrganisationId, @Query() period: StatementPeriodDto) {
    return statementOf(this.database.manager, id, this.within(period));
  }

  /** Sends the same as PDF for the client, with the documents that are not settled if it ends today. */
  @Get('pdf')
  @Can('payment.read', 'network')
  @ApiProduces('application/pdf')
  @Faults('BILLING.SELLER_MISSING', 'ORGANISATION.UNKNOWN')
  async file(@PathId() id: OrganisationId, @Query() asked: StatementPeriodDto): Promise<StreamableFile> {
    const period = this.within(asked);
    return new StreamableFile(await this.pdf.render(id, period), {
      type: 'application/pdf',
      disposition: `inline; filename="releve-${period.to}.pdf"`,
    });
  }

  private within({ from, to = parisDay(this.clock.now()) }: StatementPeriodDto): Period {
    return { from: from ?? null, to };
  }
}
