import { Body, Controller, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AccountId, Clock, MemberId } from '@pandafab/shared';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { id } from '../api/fields';
import { CLOCK } from '../config';
import { toStaffMemberView } from '../people/member-view';
import { MemberDto, MemberParamDto } from '../people/members.dto';
import { MembersService } from '../people/members.service';
import { Can } from './access';
import { AccountsService } from './accounts.service';
import { NewAccountDto } from './auth.dto';
import { rolesField } from './roles.dto';

class AccountParamDto extends createZodDto(z.object({ id: id<AccountId>() })) {}
class RolesDto extends createZodDto(z.object({ roles: rolesField })) {}

/** What administrators do with accounts; people's own are in AuthController. */
@ApiTags('accounts')
@Controller('v1')
export class AccountsController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly members: MembersService,
  ) {}

  @ApiOperation({ summary: 'Let a member sign in, with this password and these roles' })
  @Can('account.manage', 'network')
  @ZodResponse({ status: 201, type: MemberDto })
  @Post('members/:id/account')
  async open(@Param() { id }: MemberParamDto, @Body() body: NewAccountDto) {
    await this.accounts.open(id, body);
    return this.view(id);
  }

  @ApiOperation({ summary: 'Give an account these roles, and no others' })
  @Can('account.manage', 'network')
  @ZodResponse({ type: MemberDto })
  @Put('accounts/:id/roles')
  async setRoles(@Param() { id }: AccountParamDto, @Body() { roles }: RolesDto) {
    return this.view(await this.accounts.setRoles(id, roles));
  }

  @ApiOperation({ summary: 'Shut an account: whoever is signed in with it is out at once' })
  @Can('account.manage', 'network')
  @ZodResponse({ status: 200, type: MemberDto })
  @HttpCode(200)
  @Post('accounts/:id/disable')
  async disable(@Param() { id }: AccountParamDto) {
    return this.view(await this.accounts.setDisabled(id, true));
  }

  @ApiOperation({ summary: 'Open a shut account again' })
  @Can('account.manage', 'network')
  @ZodResponse({ status: 200, type: MemberDto })
  @HttpCode(200)
  @Post('accounts/:id/enable')
  async enable(@Param() { id }: AccountParamDto) {
    return this.view(await this.accounts.setDisabled(id, false));
  }

  private async view(id: MemberId) {
    return toStaffMemberView(await this.members.get(id), this.clock.now());
  }
}
