import { Controller, Get, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Clock } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { csvOf } from '../../money/exports/tables/csv';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { DashboardDto, DashboardQueryDto, OpenDataQueryDto } from './dashboard.dto';
import { DashboardService } from './dashboard.service';
import { OPEN_DATA_TITLES, openData } from './open-data';
import { scopeOfDays } from './scope';
import { demandFigures } from './staff-scope';

/** The activity of the labs while it happens. */
@ApiTags('activity')
@Controller('v1/activity')
export class DashboardController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly dashboards: DashboardService,
  ) {}

  /**
   * Shows the figures of a period for a lab or the network, by month and beside the targets of the agreement. They may
   * be half a minute old. Staff of some labs see these labs only.
   */
  @Get('dashboard')
  @Can('report.read', 'network')
  @ZodResponse({ type: DashboardDto })
  @Faults('AUTH.OTHER_LAB', 'LAB.UNKNOWN')
  read(@CurrentAccount() account: CurrentAccountInfo, @Query() { labId: asked, period }: DashboardQueryDto) {
    const labId = asked ?? null;
    demandFigures(account, 'report.read', labId);
    return this.dashboards.read(labId, period);
  }

  /** Sends visits by month, lab, public and purpose as CSV, without small numbers: it can be published. */
  @Get('open-data')
  @Can('report.read', 'network')
  @ApiProduces('text/csv')
  @Faults('AUTH.OTHER_LAB')
  async openData(
    @CurrentAccount() account: CurrentAccountInfo,
    @Query() { from, to }: OpenDataQueryDto,
  ): Promise<StreamableFile> {
    demandFigures(account, 'report.read', null);
    const of = { labId: null, conventionId: null, now: this.clock.now() };
    const rows = await openData(this.database.manager, scopeOfDays(of, from, to));
    return new StreamableFile(csvOf(OPEN_DATA_TITLES, each(rows)), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="visits-${from}-${to}.csv"`,
    });
  }
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
