import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { IndicatorListDto } from './conventions.dto';
import { ConventionsService } from './conventions.service';

/** The figures that an agreement can use. */
@ApiTags('activity')
@Controller('v1/indicators')
export class IndicatorsController {
  constructor(private readonly conventions: ConventionsService) {}

  /** Lists the indicators, with their units, versions and parameters. */
  @Get()
  @Can('convention.read', 'network')
  @ZodResponse({ type: IndicatorListDto })
  list() {
    return this.conventions.indicators();
  }
}
