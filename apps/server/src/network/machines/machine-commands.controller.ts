import { Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MachineId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { toIso } from '../../platform/http/fields';
import { PathId } from '../../platform/http/path-params';
import { MachineCommandsService } from './machine-commands.service';
import { MachineReadiness } from './machine-readiness';
import { MachineReadyDto } from './machines.dto';

@ApiTags('labs')
@Controller('v1/machines/:id')
export class MachineCommandsController {
  constructor(
    private readonly commands: MachineCommandsService,
    private readonly readiness: MachineReadiness,
  ) {}

  /**
   * Stops a machine at once: it heats and moves no more until a person resets it. If the lab is offline, the
   * answer is LAB.AGENT_OFFLINE, and the machine is stopped as soon as the lab is back.
   */
  @Post('emergency-stop')
  @HttpCode(202)
  @Can('machine.emergency-stop', 'machine')
  @Faults('LAB.AGENT_OFFLINE', 'MACHINE.RETIRED', 'MACHINE.UNKNOWN')
  async emergencyStop(@PathId() id: MachineId): Promise<void> {
    await this.commands.emergencyStop(id);
  }

  /**
   * Withdraws an emergency stop that has not reached the lab. Without this, the machine is stopped as soon as
   * the lab is back.
   */
  @Delete('emergency-stop')
  @HttpCode(204)
  @Can('machine.emergency-stop', 'machine')
  @Faults('MACHINE.UNKNOWN')
  async withdrawStop(@PathId() id: MachineId): Promise<void> {
    await this.commands.withdrawStop(id);
  }

  /**
   * Confirms that a person is at the machine: its next print may start during the next 15 minutes. Only machines whose
   * starts need a person ask for this.
   */
  @Post('ready')
  @HttpCode(200)
  @Can('machine.confirm-bed', 'machine')
  @ZodResponse({ status: 200, type: MachineReadyDto })
  @Faults('MACHINE.RETIRED', 'MACHINE.UNKNOWN')
  async ready(@PathId() id: MachineId) {
    return { readyUntil: toIso(await this.readiness.confirm(id)) };
  }

  /** Tells the lab’s agent to connect to the machine again. */
  @Post('reconnect')
  @HttpCode(202)
  @Can('machine.manage', 'machine')
  @Faults('LAB.AGENT_OFFLINE', 'MACHINE.RETIRED', 'MACHINE.UNKNOWN')
  async reconnect(@PathId() id: MachineId): Promise<void> {
    await this.commands.reconnect(id);
  }

  /** Switches a virtual machine off and on, as a person does with a real machine after an emergency stop. */
  @Post('power-cycle')
  @HttpCode(202)
  @Can('machine.manage', 'machine')
  @Faults('LAB.AGENT_OFFLINE', 'MACHINE.NOT_VIRTUAL', 'MACHINE.RETIRED', 'MACHINE.UNKNOWN')
  async powerCycle(@PathId() id: MachineId): Promise<void> {
    await this.commands.powerCycle(id);
  }
}
