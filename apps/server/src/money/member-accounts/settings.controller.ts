import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { GroupId, LabId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { GroupPayers } from './group-payers.service';
import {
  AccountSettingsDto,
  GroupPayerDto,
  LabSettlementDto,
  SetAccountSettingsDto,
  SetGroupPayerDto,
  SetLabSettlementDto,
} from './settings.dto';
import { AccountSettingsService } from './settings.service';

@ApiTags('member-accounts')
@Controller('v1')
export class AccountSettingsController {
  constructor(
    private readonly settings: AccountSettingsService,
    private readonly payers: GroupPayers,
  ) {}

  /** Shows how members pay: whether from accounts, how far below 0 these may go, and what is free each month. */
  @Get('account-settings')
  @Can('payment.read', 'network')
  @ZodResponse({ type: AccountSettingsDto })
  async get() {
    const { isOn, defaultAllowanceCents, invoicesMonthly, quotas, policy } = await this.settings.get();
    return { isOn, defaultAllowanceCents, invoicesMonthly, quotas, policy };
  }

  /**
   * Replaces how members pay. Prints that were submitted before keep the price that was reserved for them. If members
   * no longer pay from accounts, jobs that wait for money begin.
   */
  @Put('account-settings')
  @Can('payment.manage', 'network')
  @ZodResponse({ type: AccountSettingsDto })
  @Faults('BILLING.SELLER_MISSING', 'CATEGORY.UNKNOWN')
  async set(@CurrentAccount() { accountId }: CurrentAccountInfo, @Body() body: SetAccountSettingsDto) {
    await this.settings.set(accountId, body);
    return this.get();
  }

  /** Shows what a lab charges for runs that did not end as wanted. */
  @Get('labs/:id/settlement')
  @Can('lab.read', 'network')
  @ZodResponse({ type: LabSettlementDto })
  @Faults('LAB.UNKNOWN')
  async settlement(@PathId() id: LabId) {
    const policy = await this.settings.policy(id);
    return { policy, network: (await this.settings.get()).policy };
  }

  /** Sets what a lab charges for runs that did not end as wanted; null: as the network. */
  @Put('labs/:id/settlement')
  @Can('lab.set-queue', 'lab')
  @ZodResponse({ type: LabSettlementDto })
  @Faults('LAB.UNKNOWN')
  async setSettlement(@PathId() id: LabId, @Body() { policy }: SetLabSettlementDto) {
    await this.settings.setPolicy(id, policy);
    return this.settlement(id);
  }

  /** Shows who pays for the prints of a group. */
  @Get('groups/:id/payer')
  @Can('group.read', 'group')
  @ZodResponse({ type: GroupPayerDto })
  @Faults('GROUP.UNKNOWN')
  payer(@PathId() id: GroupId) {
    return this.payers.get(id);
  }

  /** Chooses who pays for the prints of a group: its organisation, one of its leaders, or the budget of the lab. */
  @Put('groups/:id/payer')
  @Can('payment.manage', 'network')
  @ZodResponse({ type: GroupPayerDto })
  @Faults('ACCOUNT.NO_ORGANISATION', 'ACCOUNT.NOT_LEADER', 'GROUP.UNKNOWN')
  async setPayer(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: GroupId,
    @Body() body: SetGroupPayerDto,
  ) {
    await this.payers.set(accountId, id, body);
    return this.payers.get(id);
  }
}
