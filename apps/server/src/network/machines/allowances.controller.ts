import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MachineId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { AllowanceDto, AllowanceListDto, AllowDto } from './allowances.dto';
import { AllowancesService } from './allowances.service';

/** What a machine accepts although a rule of the guard forbids it. */
@ApiTags('labs')
@Controller('v1/machines/:id/allowances')
export class AllowancesController {
  constructor(private readonly allowances: AllowancesService) {}

  /** Lists the exceptions from the guard’s rules on a machine, including withdrawn ones. */
  @Get()
  @Can('machine.read-record', 'machine')
  @ZodResponse({ type: AllowanceListDto })
  @Faults('MACHINE.UNKNOWN')
  list(@PathId() id: MachineId) {
    return this.allowances.list(id);
  }

  /** Allows on one machine what a rule of the guard forbids, with a reason. */
  @Post()
  @Can('machine.allow-command', 'machine')
  @ZodResponse({ status: 201, type: AllowanceDto })
  @Faults(
    'MACHINE.ALLOWED_ALREADY',
    'MACHINE.NEVER_ALLOWED',
    'MACHINE.NOTHING_TO_ALLOW',
    'MACHINE.UNKNOWN',
    'MACHINE.UNKNOWN_PROFILE',
  )
  allow(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: MachineId, @Body() body: AllowDto) {
    return this.allowances.allow(account, id, body);
  }

  /** Withdraws an exception: the guard’s rule applies again on this machine. */
  @Post(':allowanceId/withdraw')
  @HttpCode(200)
  @Can('machine.allow-command', 'machine')
  @ZodResponse({ status: 200, type: AllowanceDto })
  @Faults('MACHINE.ALLOWANCE_UNKNOWN', 'MACHINE.UNKNOWN')
  withdraw(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: MachineId,
    @PathId('allowanceId') allowanceId: string,
  ) {
    return this.allowances.withdraw(account, id, allowanceId);
  }
}
