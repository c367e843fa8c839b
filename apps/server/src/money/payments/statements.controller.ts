import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Clock, OrganisationId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { parisDay } from '../kit/paris';
import { StatementDto, StatementPeriodDto } from './accounts.dto';
import { statementOf } from './statement';

/** Statements of clients' accounts. */
@ApiTags('billing')
@Controller('v1/organisations/:id/statement')
export class StatementsController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {}

  /** Lists the documents and payments of a client by day, with what the client owes after each. */
  @Get()
  @Can('payment.read', 'network')
  @ZodResponse({ type: StatementDto })
  @Faults('ORGANISATION.UNKNOWN')
  read(@PathId() id: OrganisationId, @Query() period: StatementPeriodDto) {
    const { from = null, to = parisDay(this.clock.now()) } = period;
    return statementOf(this.database.manager, id, { from, to });
  }
}
