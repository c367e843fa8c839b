import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { labsAllowed } from '@pandafab/domain';
import type { GroupId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo, demandIn } from '../../accounts/access';
import { toIso, toIsoOrNull } from '../../api/fields';
import { ReadDatabase } from '../../persistence/read-database';
import type { Group } from '../group.entities';
import { demandKnown } from '../known';
import { GroupPeopleService } from './group-people.service';
import {
  GroupChangesDto,
  type GroupDetail,
  GroupDto,
  GroupListDto,
  GroupParamDto,
  GroupPersonDto,
  GroupPersonParamDto,
  GroupSearchDto,
  NewGroupDto,
} from './groups.dto';
import { GroupsService } from './groups.service';

export const viewGroup = ({ createdAt, archivedAt, ...group }: Group) => ({
  ...group,
  createdAt: toIso(createdAt),
  archivedAt: toIsoOrNull(archivedAt),
});

@ApiTags('groups')
@Controller('v1/groups')
export class GroupsController {
  constructor(
    private readonly groups: GroupsService,
    private readonly people: GroupPeopleService,
    private readonly read: ReadDatabase,
  ) {}

  @ApiOperation({ summary: 'Groups of your labs, by name' })
  @Can('group.read', 'network')
  @ZodResponse({ type: GroupListDto })
  @Get()
  async list(@CurrentAccount() account: CurrentAccountInfo, @Query() query: GroupSearchDto) {
    const { items, ...where } = await this.groups.list(query, labsAllowed(account, 'group.read'));
    return { items: items.map(viewGroup), ...where };
  }

  @ApiOperation({ summary: 'Make a group, such as a class that prints in a lab' })
  @Can('group.manage', 'network')
  @ZodResponse({ status: 201, type: GroupDto })
  @Post()
  async create(@CurrentAccount() account: CurrentAccountInfo, @Body() body: NewGroupDto) {
    demandIn(account, 'group.manage', body.labId);
    return this.view((await this.groups.create(body, account.accountId)).id);
  }

  @ApiOperation({ summary: 'One group, with its people' })
  @Can('group.read', 'group')
  @ZodResponse({ type: GroupDto })
  @Get(':id')
  get(@Param() { id }: GroupParamDto) {
    return this.view(id);
  }

  @ApiOperation({ summary: 'Change what is given of a group' })
  @Can('group.manage', 'group')
  @ZodResponse({ type: GroupDto })
  @Patch(':id')
  async change(@Param() { id }: GroupParamDto, @Body() body: GroupChangesDto) {
    await this.groups.change(id, body);
    return this.view(id);
  }

  @ApiOperation({ summary: 'Archive a group: nothing is made for it any more' })
  @Can('group.manage', 'group')
  @ZodResponse({ status: 200, type: GroupDto })
  @HttpCode(200)
  @Post(':id/archive')
  async archive(@Param() { id }: GroupParamDto) {
    await this.groups.archive(id);
    return this.view(id);
  }

  @ApiOperation({ summary: 'Put a member into a group, or change whether they lead it' })
  @Can('group.manage', 'group')
  @ZodResponse({ type: GroupDto })
  @Put(':id/people/:memberId')
  async put(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param() { id, memberId }: GroupPersonParamDto,
    @Body() { leads }: GroupPersonDto,
  ) {
    await demandKnown(this.read.manager, account, memberId);
    await this.people.put(id, memberId, leads);
    return this.view(id);
  }

  @ApiOperation({ summary: 'Take a member out of a group' })
  @Can('group.manage', 'group')
  @ZodResponse({ type: GroupDto })
  @Delete(':id/people/:memberId')
  async remove(@Param() { id, memberId }: GroupPersonParamDto) {
    await this.people.remove(id, memberId);
    return this.view(id);
  }

  private async view(id: GroupId): Promise<GroupDetail> {
    const people = await this.people.list(id);
    return {
      ...viewGroup(await this.groups.get(id)),
      people: people.map(({ addedAt, ...person }) => ({ ...person, addedAt: toIso(addedAt) })),
    };
  }
}
