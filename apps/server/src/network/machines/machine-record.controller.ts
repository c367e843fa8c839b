import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MachineId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { MachineChangesDto, MachineEventsDto } from './machines.dto';
import { MachinesService } from './machines.service';

@ApiTags('labs')
@Controller('v1/machines/:id')
export class MachineRecordController {
  constructor(private readonly machines: MachinesService) {}

  /** Lists the changes to a machine’s fields: who changed what, and when. */
  @Get('changes')
  @Can('machine.read-record', 'machine')
  @ZodResponse({ type: MachineChangesDto })
  @Faults('MACHINE.UNKNOWN')
  changes(@PathId() id: MachineId) {
    return this.machines.changes(id);
  }

  /**
   * Lists events of a machine for which a person may be responsible, such as answers to its questions and
   * emergency stops.
   */
  @Get('events')
  @Can('machine.read-record', 'machine')
  @ZodResponse({ type: MachineEventsDto })
  @Faults('MACHINE.UNKNOWN')
  events(@PathId() id: MachineId) {
    return this.machines.events(id);
  }
}
