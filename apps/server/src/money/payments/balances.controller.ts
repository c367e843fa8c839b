import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Clock } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { parisDay } from '../kit/paris';
import { AgedBalanceDto } from './accounts.dto';
import { agedClients } from './aged-clients';

/** What clients owe. */
@ApiTags('billing')
@Controller('v1/billing/balances')
export class BalancesController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {}

  /** Shows what each client owes today, by how long it is late (aged balance). */
  @Get()
  @Can('payment.read', 'network')
  @ZodResponse({ type: AgedBalanceDto })
  list() {
    return agedClients(this.database.manager, parisDay(this.clock.now()));
  }
}
