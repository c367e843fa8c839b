import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MachineId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { MaintenanceDto, NewServiceRuleDto, PlanMaintenanceDto, WriteEntryDto } from './maintenance.dto';
import { MaintenanceService } from './maintenance.service';
import { MaintenanceView } from './maintenance-view';

@ApiTags('labs')
@Controller('v1/machines/:id/maintenance')
export class MaintenanceController {
  constructor(
    private readonly maintenance: MaintenanceService,
    private readonly view: MaintenanceView,
  ) {}

  /** Shows the maintenance of a machine: planned windows, what was done, regular services, and the hours it has run. */
  @Get()
  @Can('machine.read-record', 'machine')
  @ZodResponse({ type: MaintenanceDto })
  @Faults('MACHINE.UNKNOWN')
  get(@PathId() id: MachineId) {
    return this.view.of(id);
  }

  /** Plans a time at which the machine takes no job. A print that is under way is not interrupted. */
  @Post('windows')
  @HttpCode(200)
  @Can('machine.manage', 'machine')
  @ZodResponse({ status: 200, type: MaintenanceDto })
  @Faults('MACHINE.UNKNOWN', 'MAINTENANCE.PAST', 'MAINTENANCE.TOO_MANY')
  async plan(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: MachineId,
    @Body() body: PlanMaintenanceDto,
  ) {
    await this.maintenance.plan(accountId, id, body);
    return this.view.of(id);
  }

  /** Cancels a planned maintenance. */
  @Delete('windows/:windowId')
  @Can('machine.manage', 'machine')
  @ZodResponse({ type: MaintenanceDto })
  @Faults('MACHINE.UNKNOWN')
  async cancel(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: MachineId,
    @PathId('windowId') windowId: string,
  ) {
    await this.maintenance.cancel(accountId, id, windowId);
    return this.view.of(id);
  }

  /** Notes what was done to the machine. If it was a regular service, the next one is due after its hours of run. */
  @Post('entries')
  @HttpCode(200)
  @Can('machine.manage', 'machine')
  @ZodResponse({ status: 200, type: MaintenanceDto })
  @Faults('MACHINE.UNKNOWN', 'MAINTENANCE.RULE_UNKNOWN')
  async write(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: MachineId,
    @Body() body: WriteEntryDto,
  ) {
    await this.maintenance.write(accountId, id, body);
    return this.view.of(id);
  }

  /** Adds a regular service: the first one is due after so many hours of run from now. */
  @Post('rules')
  @HttpCode(200)
  @Can('machine.manage', 'machine')
  @ZodResponse({ status: 200, type: MaintenanceDto })
  @Faults('MACHINE.UNKNOWN', 'MAINTENANCE.TOO_MANY')
  async addRule(@PathId() id: MachineId, @Body() body: NewServiceRuleDto) {
    await this.maintenance.addRule(id, body);
    return this.view.of(id);
  }

  /** Removes a regular service. What was noted about it stays. */
  @Delete('rules/:ruleId')
  @Can('machine.manage', 'machine')
  @ZodResponse({ type: MaintenanceDto })
  @Faults('MACHINE.UNKNOWN')
  async removeRule(@PathId() id: MachineId, @PathId('ruleId') ruleId: string) {
    await this.maintenance.removeRule(id, ruleId);
    return this.view.of(id);
  }
}
