import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LabId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ForecastAccuracyDto } from './accuracy.dto';
import { AccuracyService } from './accuracy.service';

@ApiTags('labs')
@Controller('v1')
export class AccuracyController {
  constructor(private readonly accuracy: AccuracyService) {}

  /**
   * Shows how right a lab’s expected starts were in the last twelve weeks, and what was learnt about its machines’ print
   * times and its people.
   */
  @Get('labs/:id/forecast-accuracy')
  @Can('lab.read', 'network')
  @ZodResponse({ type: ForecastAccuracyDto })
  @Faults('LAB.UNKNOWN')
  get(@PathId() id: LabId) {
    return this.accuracy.of(id);
  }
}
