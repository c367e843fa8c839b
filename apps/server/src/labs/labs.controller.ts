import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LabId, MachineId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../accounts/access';
import {
  AgentCredentialsDto,
  AnswerDto,
  BedClearQueryDto,
  CreatedMachineDto,
  CreateLabDto,
  CreateMachineDto,
  LabDto,
  LabListDto,
  LoadSpoolDto,
  MachineChangesDto,
  MachineDto,
  MachineEventsDto,
  MachineListDto,
  ReleaseLabDto,
  UpdateLabDto,
  UpdateMachineDto,
} from './labs.dto';
import { LabsService } from './labs.service';
import { MachinesService } from './machines.service';

@ApiTags('labs')
@Controller('v1')
export class LabsController {
  constructor(
    private readonly labs: LabsService,
    private readonly machines: MachinesService,
  ) {}

  @Get('labs')
  @Can('lab.read', 'network')
  @ZodResponse({ type: LabListDto })
  list() {
    return this.labs.list();
  }

  @Post('labs')
  @Can('lab.manage', 'network')
  @ZodResponse({ status: 201, type: LabDto })
  create(@Body() body: CreateLabDto) {
    return this.labs.create(body);
  }

  @Patch('labs/:id')
  @Can('lab.manage', 'lab')
  @ZodResponse({ type: LabDto })
  update(@Param('id') id: LabId, @Body() body: UpdateLabDto) {
    return this.labs.update(id, body);
  }

  /** The machines were looked at: the queue that was held goes on. */
  @Post('labs/:id/release')
  @HttpCode(200)
  @Can('lab.release', 'lab')
  @ZodResponse({ status: 200, type: LabDto })
  release(@Param('id') id: LabId, @Body() { since }: ReleaseLabDto) {
    return this.labs.release(id, Date.parse(since));
  }

  @Post('labs/:id/agent')
  @Can('agent.manage', 'lab')
  @ZodResponse({ status: 201, type: AgentCredentialsDto })
  issueAgentSecret(@Param('id') id: LabId) {
    return this.labs.issueAgentSecret(id);
  }

  /** Tells the agent to fetch another secret by itself. */
  @Post('labs/:id/agent/secret-renewal')
  @HttpCode(202)
  @Can('agent.manage', 'lab')
  async renewAgentSecret(@Param('id') id: LabId): Promise<void> {
    await this.labs.renewAgentSecret(id);
  }

  /** Shuts the agent out; its runs are reported as interrupted. Another code lets a computer in again. */
  @Delete('labs/:id/agent')
  @HttpCode(204)
  @Can('agent.manage', 'lab')
  async revokeAgent(@Param('id') id: LabId): Promise<void> {
    await this.labs.revokeAgent(id);
  }

  @Get('labs/:id/machines')
  @Can('machine.read', 'network')
  @ZodResponse({ type: MachineListDto })
  listMachines(@CurrentAccount() account: CurrentAccountInfo, @Param('id') id: LabId) {
    return this.machines.list(account, id);
  }

  @Post('labs/:id/machines')
  @Can('machine.manage', 'lab')
  @ZodResponse({ status: 201, type: CreatedMachineDto })
  createMachine(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param('id') id: LabId,
    @Body() body: CreateMachineDto,
  ) {
    return this.machines.create(account, id, body);
  }

  @Get('machines/:id')
  @Can('machine.read', 'network')
  @ZodResponse({ type: MachineDto })
  getMachine(@CurrentAccount() account: CurrentAccountInfo, @Param('id') id: MachineId) {
    return this.machines.get(account, id);
  }

  @Patch('machines/:id')
  @Can('machine.manage', 'machine')
  @ZodResponse({ type: MachineDto })
  updateMachine(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param('id') id: MachineId,
    @Body() body: UpdateMachineDto,
  ) {
    return this.machines.update(account, id, body);
  }

  @Get('machines/:id/changes')
  @Can('machine.read-record', 'machine')
  @ZodResponse({ type: MachineChangesDto })
  machineChanges(@Param('id') id: MachineId) {
    return this.machines.changes(id);
  }

  @Get('machines/:id/events')
  @Can('machine.read-record', 'machine')
  @ZodResponse({ type: MachineEventsDto })
  machineEvents(@Param('id') id: MachineId) {
    return this.machines.events(id);
  }

  @Put('machines/:id/spool')
  @Can('material.manage', 'machine')
  @ZodResponse({ type: MachineDto })
  loadSpool(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param('id') id: MachineId,
    @Body() { spoolId }: LoadSpoolDto,
  ) {
    return this.machines.loadSpool(account, id, spoolId);
  }

  @Post('machines/:id/bed-clear')
  @HttpCode(200)
  @Can('machine.confirm-bed', 'machine')
  @ZodResponse({ status: 200, type: MachineDto })
  confirmBedClear(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param('id') id: MachineId,
    @Query() { runId }: BedClearQueryDto,
  ) {
    return this.machines.confirmBedClear(account, id, runId);
  }

  @Post('machines/:id/emergency-stop')
  @HttpCode(202)
  @Can('machine.emergency-stop', 'machine')
  async emergencyStop(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param('id') id: MachineId,
  ): Promise<void> {
    await this.machines.emergencyStop(account, id);
  }

  /** Takes a stop back that has not arrived: without it, the machine would be stopped whenever its lab is back. */
  @Delete('machines/:id/emergency-stop')
  @HttpCode(204)
  @Can('machine.emergency-stop', 'machine')
  async withdrawStop(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param('id') id: MachineId,
  ): Promise<void> {
    await this.machines.withdrawStop(account, id);
  }

  @Post('machines/:id/answer')
  @HttpCode(202)
  @Can('run.command', 'machine')
  async answer(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param('id') id: MachineId,
    @Body() answer: AnswerDto,
  ): Promise<void> {
    await this.machines.answer(account, id, answer);
  }

  @Post('machines/:id/reconnect')
  @HttpCode(202)
  @Can('machine.manage', 'machine')
  async reconnect(@Param('id') id: MachineId): Promise<void> {
    await this.machines.reconnect(id);
  }

  /** Switches a virtual machine off and on, as somebody would do with a real one after an emergency stop. */
  @Post('machines/:id/power-cycle')
  @HttpCode(202)
  @Can('machine.manage', 'machine')
  async powerCycle(@Param('id') id: MachineId): Promise<void> {
    await this.machines.powerCycle(id);
  }
}
