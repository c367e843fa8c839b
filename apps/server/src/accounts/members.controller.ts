import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can } from './access';
import { AccountsService } from './accounts.service';
import { NewAccountDto } from './auth.dto';
import { toStaffMemberView } from './member-view';
import {
  MemberChangesDto,
  MemberDto,
  MemberListDto,
  MemberParamDto,
  MemberSearchDto,
  NewMemberDto,
} from './members.dto';
import { MembersService } from './members.service';

@ApiTags('members')
@Controller('v1/members')
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly accounts: AccountsService,
  ) {}

  @ApiOperation({ summary: 'Members, by name' })
  @Can('member.read-any')
  @ZodResponse({ type: MemberListDto })
  @Get()
  async list(@Query() query: MemberSearchDto) {
    const { items, total } = await this.members.list(query);
    return { items: items.map(toStaffMemberView), total };
  }

  @ApiOperation({ summary: 'Register a member' })
  @Can('member.manage')
  @ZodResponse({ status: 201, type: MemberDto })
  @Post()
  async create(@Body() body: NewMemberDto) {
    const member = await this.members.create(body);
    return toStaffMemberView({ ...member, account: null });
  }

  @ApiOperation({ summary: 'One member' })
  @Can('member.read-any')
  @ZodResponse({ type: MemberDto })
  @Get(':id')
  async get(@Param() { id }: MemberParamDto) {
    return toStaffMemberView(await this.members.get(id));
  }

  @ApiOperation({ summary: 'Change what is given of a member' })
  @Can('member.manage')
  @ZodResponse({ type: MemberDto })
  @Patch(':id')
  async change(@Param() { id }: MemberParamDto, @Body() body: MemberChangesDto) {
    await this.members.change(id, body);
    return toStaffMemberView(await this.members.get(id));
  }

  @ApiOperation({ summary: 'Let a member sign in, with these roles' })
  @Can('account.manage')
  @ZodResponse({ status: 201, type: MemberDto })
  @Post(':id/account')
  async openAccount(@Param() { id }: MemberParamDto, @Body() body: NewAccountDto) {
    await this.accounts.open(id, body);
    return toStaffMemberView(await this.members.get(id));
  }
}
