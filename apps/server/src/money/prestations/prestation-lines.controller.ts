import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PrestationId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { calculateLines } from './calculate-lines';
import {
  AddLineDto,
  CalculatedLinesDto,
  CalculateLinesDto,
  PrestationLineDto,
  PutLinesDto,
  SavedLinesDto,
} from './line.dto';
import { LinesService } from './lines.service';
import { PutStagesDto, SavedStagesDto } from './stage.dto';
import { StagesService } from './stages.service';

/** The lines and stages of a prestation. */
@ApiTags('billing')
@Controller('v1/prestations')
export class PrestationLinesController {
  constructor(
    private readonly lines: LinesService,
    private readonly stages: StagesService,
  ) {}

  /** Calculates the amounts of lines, for an editor. Nothing is saved. */
  @Post('calculation')
  @HttpCode(200)
  @Can('prestation.manage', 'network')
  @ZodResponse({ status: 200, type: CalculatedLinesDto })
  calculate(@Body() body: CalculateLinesDto) {
    return calculateLines(body);
  }

  /** Adds a line after the others. Prints add their lines themselves when they are done. */
  @Post(':id/lines')
  @Can('prestation.manage', 'network')
  @ZodResponse({ status: 201, type: PrestationLineDto })
  @Faults(
    'BILLING.ALREADY_INVOICED',
    'BILLING.AMOUNT_TOO_LARGE',
    'PRESTATION.ARTICLE_UNKNOWN',
    'PRESTATION.CANCELLED',
    'PRESTATION.STAGE_UNKNOWN',
  )
  add(@PathId() id: PrestationId, @Body() body: AddLineDto) {
    return this.lines.add(id, body);
  }

  /**
   * Saves all lines in their new order. Refused if another person saved the lines since `version` was read. Lines of
   * prints keep their quantity and price.
   */
  @Put(':id/lines')
  @Can('prestation.manage', 'network')
  @ZodResponse({ type: SavedLinesDto })
  @Faults(
    'BILLING.ALREADY_INVOICED',
    'BILLING.AMOUNT_TOO_LARGE',
    'PRESTATION.ARTICLE_UNKNOWN',
    'PRESTATION.CANCELLED',
    'PRESTATION.CHANGED_MEANWHILE',
    'PRESTATION.LINE_UNKNOWN',
    'PRESTATION.NO_MACHINE_PRICE',
    'PRESTATION.STAGE_UNKNOWN',
  )
  save(@PathId() id: PrestationId, @Body() body: PutLinesDto) {
    return this.lines.save(id, body);
  }

  /** Saves all stages in their new order. Refused if another person saved the stages since `version` was read. */
  @Put(':id/stages')
  @Can('prestation.manage', 'network')
  @ZodResponse({ type: SavedStagesDto })
  @Faults(
    'PRESTATION.CANCELLED',
    'PRESTATION.CHANGED_MEANWHILE',
    'PRESTATION.STAGES_EXCEED',
    'PRESTATION.STAGE_INVOICED',
    'PRESTATION.STAGE_UNKNOWN',
  )
  saveStages(@PathId() id: PrestationId, @Body() body: PutStagesDto) {
    return this.stages.save(id, body);
  }
}
