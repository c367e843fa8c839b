import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AccountId, Clock, MemberId } from '@pandafab/shared';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { CLOCK } from '../../platform/kit/config';
import { AccountsService } from '../accounts/accounts.service';
import { NewAccountDto } from '../accounts/auth.dto';
import { rolesField } from '../accounts/roles.dto';
import { TokensService } from '../accounts/tokens.service';
import { AccountListDto, AccountQueryDto, OwnedTokenListDto, TokenQueryDto } from './account-list.dto';
import { AccountListService } from './account-list.service';
import { MemberDto } from './staff-member.dto';
import { toStaffMemberView } from './staff-member-view';
import { StaffMembersService } from './staff-members.service';
import { TokenListService } from './token-list.service';

class RolesDto extends createZodDto(z.object({ roles: rolesField })) {}

/** What administrators do with accounts; people's own are in AuthController. */
@ApiTags('accounts')
@Controller('v1')
export class AccountsController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly members: StaffMembersService,
    private readonly all: AccountListService,
    private readonly allTokens: TokenListService,
    private readonly tokens: TokensService,
  ) {}

  /** Lists all accounts: who can sign in, with which roles. */
  @Can('account.manage', 'network')
  @ZodResponse({ type: AccountListDto })
  @Get('accounts')
  list(@Query() query: AccountQueryDto) {
    return this.all.list(query);
  }

  /** Lists the API tokens of all accounts, newest first, with the owner of each. */
  @Can('account.manage', 'network')
  @ZodResponse({ type: OwnedTokenListDto })
  @Get('accounts/tokens')
  listTokens(@Query() query: TokenQueryDto) {
    return this.allTokens.list(query);
  }

  /** Revokes an API token of any account. */
  @Can('account.manage', 'network')
  @HttpCode(204)
  @Delete('accounts/tokens/:id')
  @Faults('AUTH.UNKNOWN_TOKEN')
  async revokeToken(@PathId() id: string) {
    await this.tokens.revokeAny(id);
  }

  /** Creates an account for a member, with a password and roles. */
  @Can('account.manage', 'network')
  @ZodResponse({ status: 201, type: MemberDto })
  @Post('members/:id/account')
  @Faults(
    'AUTH.EMAIL_TAKEN',
    'AUTH.PASSWORD_COMMON',
    'AUTH.ROLE_EVERYWHERE',
    'LAB.UNKNOWN',
    'MEMBER.HAS_ACCOUNT',
    'MEMBER.UNKNOWN',
  )
  async open(@PathId() id: MemberId, @Body() body: NewAccountDto) {
    await this.accounts.open(id, body);
    return this.viewAccount(id);
  }

  /** Replaces the roles of an account by the roles in the request. */
  @Can('account.manage', 'network')
  @ZodResponse({ type: MemberDto })
  @Put('accounts/:id/roles')
  @Faults('AUTH.LAST_ADMINISTRATOR', 'AUTH.ROLE_EVERYWHERE', 'AUTH.UNKNOWN_ACCOUNT', 'LAB.UNKNOWN')
  async setRoles(@PathId() id: AccountId, @Body() { roles }: RolesDto) {
    return this.viewAccount(await this.accounts.setRoles(id, roles));
  }

  /** Disables an account. Its sessions end immediately. */
  @Can('account.manage', 'network')
  @ZodResponse({ status: 200, type: MemberDto })
  @HttpCode(200)
  @Post('accounts/:id/disable')
  @Faults('AUTH.LAST_ADMINISTRATOR', 'AUTH.UNKNOWN_ACCOUNT')
  async disable(@PathId() id: AccountId) {
    return this.viewAccount(await this.accounts.setDisabled(id, true));
  }

  /** Enables a disabled account again. */
  @Can('account.manage', 'network')
  @ZodResponse({ status: 200, type: MemberDto })
  @HttpCode(200)
  @Post('accounts/:id/enable')
  @Faults('AUTH.UNKNOWN_ACCOUNT')
  async enable(@PathId() id: AccountId) {
    return this.viewAccount(await this.accounts.setDisabled(id, false));
  }

  private async viewAccount(id: MemberId) {
    return toStaffMemberView(await this.members.get(id), this.clock.now());
  }
}
