import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LabId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { PortListDto } from './ports.dto';
import { PortsService } from './ports.service';

@ApiTags('labs')
@Controller('v1/labs/:id/ports')
export class PortsController {
  constructor(private readonly ports: PortsService) {}

  /** Lists the serial ports of the lab’s computer, and what was recognised on them. */
  @Get()
  @Can('machine.read-record', 'lab')
  @ZodResponse({ type: PortListDto })
  @Faults('LAB.UNKNOWN')
  list(@PathId() id: LabId) {
    return this.ports.list(id);
  }

  /**
   * Tells the lab’s computer to ask what is behind the ports that no machine uses. Each of them is opened once, which
   * restarts most machines: one that prints from its own card stops.
   */
  @Post('look')
  @HttpCode(202)
  @Can('machine.manage', 'lab')
  @Faults('LAB.AGENT_OFFLINE', 'LAB.UNKNOWN')
  async look(@PathId() id: LabId): Promise<void> {
    await this.ports.look(id);
  }
}
