import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LabId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Between } from 'typeorm';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { byAccountId } from './counted-by';
import { findLab } from './find-lab';
import { CloseLabDto, CorrectOpeningDto, OpenLabDto } from './openings.dto';
import { OpeningsService } from './openings.service';
import { LabOpening } from './visit.entities';
import { openingView } from './visit-view';
import { DayRangeDto, OpeningDto, OpeningListDto } from './visits.dto';

@ApiTags('visits')
@Controller('v1/labs/:id/openings')
export class OpeningsController {
  constructor(
    private readonly openings: OpeningsService,
    private readonly read: ReadDatabase,
  ) {}

  /** Lists when a lab was really open, the latest first. */
  @Get()
  @Can('visit.read', 'lab')
  @ZodResponse({ type: OpeningListDto })
  @Faults('LAB.UNKNOWN')
  async list(@PathId() labId: LabId, @Query() { from, to }: DayRangeDto) {
    const { timeZone } = await findLab(this.read.manager, labId);
    const found = await this.read.of(LabOpening).find({
      ...{ where: { labId, day: Between(from, to) }, order: { openedAt: 'DESC', id: 'DESC' } },
    });
    return { timeZone, items: found.map(openingView) };
  }

  /** Opens a lab. When it is open already, nothing changes. */
  @Post()
  @HttpCode(200)
  @Can('visit.count', 'lab')
  @ZodResponse({ type: OpeningDto })
  @Faults('LAB.UNKNOWN', 'OPENING.OVERLAPS', 'VISIT.FUTURE', 'VISIT.KEY_USED', 'VISIT.TOO_OLD')
  async open(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() labId: LabId,
    @Body() body: OpenLabDto,
  ) {
    return openingView(await this.openings.open(labId, byAccountId(accountId), body));
  }

  /** Closes a lab. When it is closed already, nothing changes. */
  @Post(':openingId/close')
  @HttpCode(200)
  @Can('visit.count', 'lab')
  @ZodResponse({ type: OpeningDto })
  @Faults('LAB.UNKNOWN', 'OPENING.ORDER', 'OPENING.UNKNOWN', 'VISIT.FUTURE', 'VISIT.TOO_OLD')
  async close(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() labId: LabId,
    @PathId('openingId') openingId: string,
    @Body() { at }: CloseLabDto,
  ) {
    return openingView(await this.openings.close(labId, byAccountId(accountId), openingId, at));
  }

  /** Corrects when a lab was open, with a note that says why. */
  @Patch(':openingId')
  @Can('visit.count', 'lab')
  @ZodResponse({ type: OpeningDto })
  @Faults(
    'LAB.UNKNOWN',
    'OPENING.CHANGED',
    'OPENING.FUTURE',
    'OPENING.ORDER',
    'OPENING.OVERLAPS',
    'OPENING.TOO_LONG',
    'OPENING.UNKNOWN',
  )
  async correct(
    @PathId() labId: LabId,
    @PathId('openingId') openingId: string,
    @Body() body: CorrectOpeningDto,
  ) {
    return openingView(await this.openings.correct(labId, openingId, body));
  }
}
