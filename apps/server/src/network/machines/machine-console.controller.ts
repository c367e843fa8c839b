import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MachineId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { MachineConsoleDto } from './machine-console.dto';
import { MachineConsoleService } from './machine-console.service';

/** The lines between a machine and its lab, as they pass: for accounts that may read the transcripts of its runs. */
@ApiTags('labs')
@Controller('v1/machines/:id/console')
export class MachineConsoleController {
  constructor(private readonly consoles: MachineConsoleService) {}

  /**
   * Shows the last lines sent to a machine and received from it. The lab reports them as long as clients ask
   * about once a second.
   */
  @Get()
  @Can('run.read-transcript', 'machine')
  @ZodResponse({ type: MachineConsoleDto })
  @Faults('LAB.AGENT_OFFLINE', 'MACHINE.UNKNOWN')
  read(@PathId() id: MachineId) {
    return this.consoles.read(id);
  }
}
