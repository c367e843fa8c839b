import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { WEIGHT_NAMES, WEIGHT_RULES } from '@pandafab/domain';
import type { LabId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { QueueWeightsDto, SetQueueWeightsDto } from './queue-weights.dto';
import { QueueWeightsService } from './queue-weights.service';

@ApiTags('labs')
@Controller('v1')
export class QueueWeightsController {
  constructor(private readonly service: QueueWeightsService) {}

  /** Shows what the queue of a lab weighs against what, with the default and the bounds of each weight. */
  @Get('labs/:id/queue-weights')
  @Can('lab.read', 'network')
  @ZodResponse({ type: QueueWeightsDto })
  @Faults('LAB.UNKNOWN')
  async get(@PathId() id: LabId) {
    const weights = await this.service.get(id);
    return {
      weights: WEIGHT_NAMES.map((name) => ({ name, ...WEIGHT_RULES[name], value: weights[name] })),
    };
  }

  /**
   * Replaces all weights of a lab’s queue. Those that are left out, or null, get their default. The waiting jobs are
   * put in order again at once.
   */
  @Put('labs/:id/queue-weights')
  @Can('lab.set-queue', 'lab')
  @ZodResponse({ type: QueueWeightsDto })
  @Faults('LAB.UNKNOWN')
  async set(@PathId() id: LabId, @Body() body: SetQueueWeightsDto) {
    await this.service.set(id, body);
    return this.get(id);
  }
}
