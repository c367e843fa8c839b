import { Body, Controller, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LabId, MachineId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { CreateMachineDto, UpdateMachineDto } from '../../network/machines/machines.dto';
import { MachinesService } from '../../network/machines/machines.service';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { MachineRetirementService } from './machine-retirement.service';
import { MachineSpoolsService } from './machine-spools.service';
import {
  AnswerDto,
  BedClearQueryDto,
  CreatedMachineDto,
  LoadSpoolDto,
  MachineDto,
  MachineListDto,
  MachinesQueryDto,
} from './machine-views.dto';
import { MachinesWithJobs } from './machines-with-jobs';

@ApiTags('labs')
@Controller('v1')
export class MachinesController {
  constructor(
    private readonly views: MachinesWithJobs,
    private readonly machines: MachinesService,
    private readonly spools: MachineSpoolsService,
    private readonly retirement: MachineRetirementService,
  ) {}

  /** Lists the machines of a lab with their present state. */
  @Get('labs/:id/machines')
  @Can('machine.read', 'network')
  @ZodResponse({ type: MachineListDto })
  list(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: LabId,
    @Query() { retired }: MachinesQueryDto,
  ) {
    return this.views.list(account, id, retired);
  }

  /** Adds a machine to a lab. For a machine behind a line bridge, the answer shows its broker account once. */
  @Post('labs/:id/machines')
  @Can('machine.manage', 'lab')
  @ZodResponse({ status: 201, type: CreatedMachineDto })
  @Faults('LAB.UNKNOWN', 'MACHINE.CREDENTIALS_UNUSED', 'MACHINE.UNKNOWN_KIND', 'MACHINE.UNKNOWN_PROFILE')
  create(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: LabId, @Body() body: CreateMachineDto) {
    return this.views.create(account, id, body);
  }

  /** Shows one machine with its present state. */
  @Get('machines/:id')
  @Can('machine.read', 'network')
  @ZodResponse({ type: MachineDto })
  @Faults('MACHINE.UNKNOWN')
  get(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: MachineId) {
    return this.views.get(account, id);
  }

  /** Changes the fields of a machine that are in the request. */
  @Patch('machines/:id')
  @Can('machine.manage', 'machine')
  @ZodResponse({ type: MachineDto })
  @Faults(
    'MACHINE.CREDENTIALS_AGAIN',
    'MACHINE.CREDENTIALS_UNUSED',
    'MACHINE.UNKNOWN',
    'MACHINE.UNKNOWN_KIND',
    'MACHINE.UNKNOWN_PROFILE',
  )
  async update(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: MachineId,
    @Body() body: UpdateMachineDto,
  ) {
    await this.machines.update(account, id, body);
    return this.views.get(account, id);
  }

  /**
   * Takes a machine out of service: it gets no more jobs and leaves the wall, and its spool is free. Its history
   * stays, and it can be brought back.
   */
  @Post('machines/:id/retire')
  @HttpCode(200)
  @Can('machine.manage', 'machine')
  @ZodResponse({ status: 200, type: MachineDto })
  @Faults('MACHINE.STILL_PRINTING', 'MACHINE.STOP_ON_ITS_WAY', 'MACHINE.UNKNOWN')
  async retire(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: MachineId) {
    await this.retirement.retire(account, id);
    return this.views.get(account, id);
  }

  /** Brings a retired machine back into service. */
  @Post('machines/:id/restore')
  @HttpCode(200)
  @Can('machine.manage', 'machine')
  @ZodResponse({ status: 200, type: MachineDto })
  @Faults('MACHINE.UNKNOWN')
  async restore(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: MachineId) {
    await this.retirement.restore(id);
    return this.views.get(account, id);
  }

  /** Records which spool is on a machine. What is printed is taken from this spool. */
  @Put('machines/:id/spool')
  @Can('material.manage', 'machine')
  @ZodResponse({ type: MachineDto })
  @Faults(
    'MACHINE.RETIRED',
    'MACHINE.RUN_UNSEEN',
    'MACHINE.UNKNOWN',
    'MATERIAL.SPOOL_IN_USE',
    'MATERIAL.SPOOL_UNKNOWN',
  )
  async loadSpool(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: MachineId,
    @Body() { spoolId }: LoadSpoolDto,
  ) {
    await this.spools.load(account, id, spoolId);
    return this.views.get(account, id);
  }

  /** Confirms that the bed of a machine is clear, so that its next print can begin. */
  @Post('machines/:id/bed-clear')
  @HttpCode(200)
  @Can('machine.confirm-bed', 'machine')
  @ZodResponse({ status: 200, type: MachineDto })
  @Faults('MACHINE.BED_CHANGED', 'MACHINE.UNKNOWN')
  async confirmBedClear(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: MachineId,
    @Query() { runId }: BedClearQueryDto,
  ) {
    await this.machines.confirmBedClear(id, runId);
    return this.views.get(account, id);
  }

  /**
   * Answers what a machine asks a person, by pressing one of the buttons it offers. The answer is refused if
   * the machine asks something else by then.
   */
  @Post('machines/:id/answer')
  @HttpCode(202)
  @Can('run.command', 'machine')
  @Faults(
    'LAB.AGENT_OFFLINE',
    'MACHINE.ASKS_NOTHING',
    'MACHINE.QUESTION_CHANGED',
    'MACHINE.RUN_UNSEEN',
    'MACHINE.SPOOL_UNSAID',
    'MACHINE.UNKNOWN',
    'MATERIAL.SPOOL_IN_USE',
    'MATERIAL.SPOOL_UNKNOWN',
  )
  async answer(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: MachineId,
    @Body() answer: AnswerDto,
  ): Promise<void> {
    await this.spools.answer(account, id, answer);
  }
}
