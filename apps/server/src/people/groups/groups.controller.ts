import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { labsAllowed } from '@pandafab/domain';
import type { GroupId, MemberId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo, demandIn } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { PathId } from '../../platform/http/path-params';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { demandKnown } from '../members/known';
import { LabsOfMembers } from '../members/labs-of-members';
import type { Group } from './group.entities';
import { GroupPeopleService } from './group-people.service';
import {
  GroupChangesDto,
  type GroupDetail,
  GroupDto,
  GroupListDto,
  GroupPersonChangesDto,
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
    private readonly labsOfMembers: LabsOfMembers,
  ) {}

  /** Lists the groups of the labs that the account works for, by name. */
  @Can('group.read', 'network')
  @ZodResponse({ type: GroupListDto })
  @Get()
  async list(@CurrentAccount() account: CurrentAccountInfo, @Query() query: GroupSearchDto) {
    const { items, ...where } = await this.groups.list(query, labsAllowed(account, 'group.read'));
    return { items: items.map(viewGroup), ...where };
  }

  /** Creates a group, such as a school class that prints in a lab. */
  @Can('group.manage', 'network')
  @ZodResponse({ status: 201, type: GroupDto })
  @Post()
  @Faults('AUTH.OTHER_LAB', 'LAB.UNKNOWN', 'MEMBER.UNKNOWN_CATEGORY', 'ORGANISATION.UNKNOWN')
  async create(@CurrentAccount() account: CurrentAccountInfo, @Body() body: NewGroupDto) {
    demandIn(account, 'group.manage', body.labId);
    return this.viewGroupDetail((await this.groups.create(body, account.accountId)).id);
  }

  /** Shows one group with its people. */
  @Can('group.read', 'group')
  @ZodResponse({ type: GroupDto })
  @Get(':id')
  @Faults('GROUP.UNKNOWN')
  get(@PathId() id: GroupId) {
    return this.viewGroupDetail(id);
  }

  /** Changes the fields of a group that are in the request. */
  @Can('group.manage', 'group')
  @ZodResponse({ type: GroupDto })
  @Patch(':id')
  @Faults('GROUP.ARCHIVED', 'GROUP.UNKNOWN', 'MEMBER.UNKNOWN_CATEGORY', 'ORGANISATION.UNKNOWN')
  async change(@PathId() id: GroupId, @Body() body: GroupChangesDto) {
    await this.groups.change(id, body);
    return this.viewGroupDetail(id);
  }

  /** Archives a group: no further jobs can be submitted for it. */
  @Can('group.manage', 'group')
  @ZodResponse({ status: 200, type: GroupDto })
  @HttpCode(200)
  @Post(':id/archive')
  @Faults('GROUP.UNKNOWN')
  async archive(@PathId() id: GroupId) {
    await this.groups.archive(id);
    return this.viewGroupDetail(id);
  }

  /** Adds a member to a group, or changes whether the member leads it. */
  @Can('group.manage', 'group')
  @ZodResponse({ type: GroupDto })
  @Put(':id/people/:memberId')
  @Faults('GROUP.ARCHIVED', 'GROUP.UNKNOWN', 'MEMBER.NOT_KNOWN', 'MEMBER.UNKNOWN')
  async put(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: GroupId,
    @PathId('memberId') memberId: MemberId,
    @Body() { leads }: GroupPersonChangesDto,
  ) {
    await demandKnown(this.labsOfMembers, this.read.manager, account, memberId);
    await this.people.put(id, memberId, leads);
    return this.viewGroupDetail(id);
  }

  /** Removes a member from a group. */
  @Can('group.manage', 'group')
  @ZodResponse({ type: GroupDto })
  @Delete(':id/people/:memberId')
  @Faults('GROUP.ARCHIVED', 'GROUP.UNKNOWN')
  async remove(@PathId() id: GroupId, @PathId('memberId') memberId: MemberId) {
    await this.people.remove(id, memberId);
    return this.viewGroupDetail(id);
  }

  private async viewGroupDetail(id: GroupId): Promise<GroupDetail> {
    const people = await this.people.list(id);
    return {
      ...viewGroup(await this.groups.get(id)),
      people: people.map(({ addedAt, ...person }) => ({ ...person, addedAt: toIso(addedAt) })),
    };
  }
}
