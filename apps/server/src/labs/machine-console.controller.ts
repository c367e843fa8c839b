import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MachineId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../accounts/access';
import { MachineConsoleDto } from './machine-console.dto';
import { MachineConsoleService } from './machine-console.service';

/** The line of a machine, as it runs: for whoever may read the transcripts of its runs. */
@ApiTags('labs')
@Controller('v1/machines/:id/console')
export class MachineConsoleController {
  constructor(private readonly consoles: MachineConsoleService) {}

  /** The last lines. Ask again each second: the lab tells them as long as somebody asks. */
  @Get()
  @Can('run.read-transcript', 'machine')
  @ZodResponse({ type: MachineConsoleDto })
  read(@Param('id') id: MachineId) {
    return this.consoles.read(id);
  }
}
