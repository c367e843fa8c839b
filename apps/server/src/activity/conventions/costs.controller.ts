import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { type ConventionId, Fault } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { readSmallFile } from '../../platform/http/read-small-file';
import {
  CostDto,
  CostImportDto,
  CostListDto,
  CostSearchDto,
  costImportBody,
  costImportFields,
  NewCostDto,
} from './costs.dto';
import { CostsService } from './costs.service';

const LIMIT = {
  megabytes: 5,
  tooLarge: (limitMb: number) => new Fault('CONVENTION.FILE_TOO_LARGE', { limitMb }),
};

/** Costs and contributions in kind of an agreement. */
@ApiTags('activity')
@Controller('v1/conventions')
export class CostsController {
  constructor(private readonly costs: CostsService) {}

  /** Lists the costs of an agreement, the latest first, with the sums of all of them. */
  @Get(':id/costs')
  @Can('convention.read', 'network')
  @ZodResponse({ type: CostListDto })
  @Faults('CONVENTION.UNKNOWN')
  list(@PathId() id: ConventionId, @Query() search: CostSearchDto) {
    return this.costs.list(id, search);
  }

  /** Notes a cost, or a contribution in kind. */
  @Post(':id/costs')
  @Can('convention.manage', 'network')
  @ZodResponse({ status: 201, type: CostDto })
  @Faults('CONVENTION.DAY_OUTSIDE', 'CONVENTION.UNKNOWN', 'LAB.UNKNOWN')
  add(
    @PathId() id: ConventionId,
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @Body() body: NewCostDto,
  ) {
    return this.costs.add(accountId, id, body);
  }

  /** Deletes a cost that was noted or imported by mistake. */
  @Delete(':id/costs/:costId')
  @HttpCode(204)
  @Can('convention.manage', 'network')
  @Faults('CONVENTION.COST_UNKNOWN', 'CONVENTION.UNKNOWN')
  async delete(@PathId() id: ConventionId, @PathId('costId') costId: string): Promise<void> {
    await this.costs.delete(id, costId);
  }

  /**
   * Reads a file of costs (CSV: heading, day, amount, note) and says what is in it; stores it when `store` is true. The
   * same file twice adds nothing. With a line that cannot be read, nothing is stored.
   */
  @Post(':id/costs/import')
  @HttpCode(200)
  @Can('convention.manage', 'network')
  @ApiConsumes('multipart/form-data')
  @ApiBody(costImportBody)
  @ZodResponse({ status: 200, type: CostImportDto })
  @Faults(
    ...(['CONVENTION.FILE_EMPTY', 'CONVENTION.FILE_UNREADABLE', 'CONVENTION.FILE_TOO_LARGE'] as const),
    ...([
      'CONVENTION.UNKNOWN',
      'FILE.MISSING',
      'FILE.MORE_THAN_ONE',
      'FILE.TRUNCATED',
      'LAB.UNKNOWN',
    ] as const),
    'REQUEST.NOT_MULTIPART',
  )
  async import(
    @PathId() id: ConventionId,
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @Req() request: FastifyRequest,
  ) {
    const file = await readSmallFile(request, LIMIT, ({ bytes, fields }) => {
      const { labId = null, ...rest } = costImportFields.parse(fields);
      return { bytes, labId, ...rest };
    });
    return this.costs.import(accountId, id, file);
  }
}
