import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LabId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../../platform/http/access';
import { Faults } from '../../../platform/http/faults';
import { PathId } from '../../../platform/http/path-params';
import { PreviewWeightsDto, QueuePreviewDto } from './preview.dto';
import { QueuePreviews } from './preview.service';

@ApiTags('labs')
@Controller('v1')
export class PreviewController {
  constructor(private readonly previews: QueuePreviews) {}

  /**
   * Shows what weights would do to the waiting jobs of a lab, before they are saved: place, machine and hour of each job
   * now and then. Nothing is written.
   */
  @Post('labs/:id/queue-weights/preview')
  @Can('lab.set-queue', 'lab')
  @HttpCode(200)
  @ZodResponse({ status: 200, type: QueuePreviewDto })
  @Faults('LAB.UNKNOWN')
  preview(@PathId() id: LabId, @Body() body: PreviewWeightsDto) {
    return this.previews.preview(id, body);
  }
}
