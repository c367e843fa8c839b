import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LabId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import {
  LabClosureDto,
  LabClosureListDto,
  LabHoursDto,
  NewLabClosureDto,
  SetLabHoursDto,
} from './opening-hours.dto';
import { OpeningHoursService } from './opening-hours.service';

@ApiTags('labs')
@Controller('v1/labs/:id')
export class OpeningHoursController {
  constructor(private readonly hours: OpeningHoursService) {}

  /** Shows the opening hours of a lab’s week. */
  @Get('hours')
  @Can('lab.read', 'network')
  @ZodResponse({ type: LabHoursDto })
  @Faults('LAB.UNKNOWN')
  get(@PathId() id: LabId) {
    return this.hours.hours(id);
  }

  /** Replaces the opening hours of a lab’s whole week. Its waiting jobs are matched again. */
  @Put('hours')
  @Can('lab.set-hours', 'lab')
  @ZodResponse({ type: LabHoursDto })
  @Faults('LAB.HOURS_CHANGED', 'LAB.UNKNOWN')
  set(@PathId() id: LabId, @Body() body: SetLabHoursDto) {
    return this.hours.setHours(id, body);
  }

  /** Lists the days on which a lab is closed or has other hours, the last days first. */
  @Get('closures')
  @Can('lab.read', 'network')
  @ZodResponse({ type: LabClosureListDto })
  closures(@PathId() id: LabId) {
    return this.hours.closures(id);
  }

  /** Adds days on which a lab is closed or has other hours. If several cover a day, the one with the fewest days counts. */
  @Post('closures')
  @Can('lab.set-hours', 'lab')
  @ZodResponse({ status: 201, type: LabClosureDto })
  @Faults('LAB.CLOSURE_EXISTS', 'LAB.UNKNOWN')
  add(@PathId() id: LabId, @Body() body: NewLabClosureDto) {
    return this.hours.addClosure(id, body);
  }

  /** Removes such days: the hours of the week count again. */
  @Delete('closures/:closureId')
  @HttpCode(204)
  @Can('lab.set-hours', 'lab')
  @Faults('LAB.UNKNOWN')
  async remove(@PathId() id: LabId, @PathId('closureId') closureId: string): Promise<void> {
    await this.hours.removeClosure(id, closureId);
  }
}
