import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../../platform/http/access';
import { FiguresDto, FiguresQueryDto } from './figures.dto';
import { FiguresService } from './figures.service';

/** The figures of the network's money. */
@ApiTags('billing')
@Controller('v1/billing')
export class FiguresController {
  constructor(private readonly figures: FiguresService) {}

  /**
   * Shows by month what was invoiced and cashed, what was open and late at its end, quotes that were won and lost, and
   * the value of free prints; and what was invoiced by activity.
   */
  @Get('figures')
  @Can('invoice.read', 'network')
  @ZodResponse({ type: FiguresDto })
  read(@Query() query: FiguresQueryDto) {
    return this.figures.read(query);
  }
}
