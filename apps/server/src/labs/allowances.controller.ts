import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MachineId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../accounts/access';
import { AllowanceDto, AllowanceListDto, AllowDto } from './allowances.dto';
import { AllowancesService } from './allowances.service';

/** What a machine takes although its guard is against it. */
@ApiTags('labs')
@Controller('v1/machines/:id/allowances')
export class AllowancesController {
  constructor(private readonly allowances: AllowancesService) {}

  @Get()
  @Can('machine.read-record', 'machine')
  @ZodResponse({ type: AllowanceListDto })
  list(@Param('id') id: MachineId) {
    return this.allowances.list(id);
  }

  @Post()
  @Can('machine.allow-command', 'machine')
  @ZodResponse({ status: 201, type: AllowanceDto })
  allow(@CurrentAccount() account: CurrentAccountInfo, @Param('id') id: MachineId, @Body() body: AllowDto) {
    return this.allowances.allow(account, id, body);
  }

  @Post(':allowanceId/withdraw')
  @HttpCode(200)
  @Can('machine.allow-command', 'machine')
  @ZodResponse({ status: 200, type: AllowanceDto })
  withdraw(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param('id') id: MachineId,
    @Param('allowanceId') allowanceId: string,
  ) {
    return this.allowances.withdraw(account, id, allowanceId);
  }
}
